package penumbra.datasets.audit.measure;

import java.util.Optional;
import penumbra.datasets.stats.DatasetPicture;
import penumbra.dicom.Tags;
import penumbra.io.dataset.DatasetImage;
import penumbra.io.dataset.DatasetPatient;
import penumbra.io.dataset.PatientNames;

/// The patient of a picture, from its DICOM file, its name or a label file.
///
/// @param source the scheme by which the patient is named: `Kaggle`, `NIH`, `DICOM`, ...
/// @param key identifies this patient within the scheme; never shown if `secret`
/// @param secret whether the key is a Patient ID of a DICOM file
public record Patient(String source, String key, boolean secret) {
  /// The patient of a picture.
  ///
  /// @param image the image, with what names and label files tell
  static Optional<Patient> of(DatasetImage image, DatasetPicture picture) {
    return picture
        .dicom()
        .flatMap(dicom -> dicom.attributes().text(Tags.PATIENT_ID))
        .filter(id -> !id.isBlank())
        .map(id -> new Patient("DICOM", id.strip(), true))
        .or(() -> image.patient().map(Patient::of));
  }

  /// The patient by the path of a file.
  static Optional<Patient> ofName(String name) {
    return PatientNames.of(name).map(Patient::of);
  }

  private static Patient of(DatasetPatient named) {
    return new Patient(named.source(), named.key(), false);
  }
}
