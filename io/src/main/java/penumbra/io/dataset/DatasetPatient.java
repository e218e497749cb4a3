package penumbra.io.dataset;

/// The patient of an image, as its set names it.
///
/// @param source the set or the file that names the patient so: `Kaggle`, `NIH`, `CheXpert`,
///   `train.csv`
/// @param key identifies the patient there
public record DatasetPatient(String source, String key) {}
