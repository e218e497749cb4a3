package penumbra.datasets.audit.measure;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import penumbra.datasets.stats.DatasetPicture;
import penumbra.dicom.Tags;

/// The patient of a picture, from its name or its DICOM file.
///
/// @param source the scheme by which the patient is named: `Kaggle`, `NIH`, `DICOM`, ...
/// @param key identifies this patient within the scheme; never shown if `secret`
/// @param secret whether the key is a Patient ID of a DICOM file
public record Patient(String source, String key, boolean secret) {
  /// Data sets whose file names identify patients: one line each.
  private static final List<Scheme> SCHEMES =
      List.of(
          new Scheme("Kaggle", "(?:.*/)?(person\\d+)_(?:bacteria|virus)_\\d+\\.\\w+"),
          new Scheme("Kaggle", "(?:.*/)?((?:NORMAL2-)?IM-\\d+)-\\d+(?:-\\d+)?\\.\\w+"),
          new Scheme("NIH", "(?:.*/)?(\\d{8})_\\d{3}\\.\\w+"),
          new Scheme("CheXpert", "(?:.*/)?(patient\\d{5,})/study\\d+/.*"),
          new Scheme("MIMIC-CXR", "(?:.*/)?(p\\d{8})/s\\d{8}/.*"));

  private record Scheme(String source, Pattern pattern) {
    Scheme(String source, String pattern) {
      this(source, Pattern.compile(pattern));
    }
  }

  /// The patient of a picture.
  ///
  /// @param name its path below the data set's folder, with `/`
  static Optional<Patient> of(String name, DatasetPicture picture) {
    return picture
        .dicom()
        .flatMap(dicom -> dicom.attributes().text(Tags.PATIENT_ID))
        .filter(id -> !id.isBlank())
        .map(id -> new Patient("DICOM", id.strip(), true))
        .or(() -> ofName(name));
  }

  /// The patient according to a file name.
  static Optional<Patient> ofName(String name) {
    for (Scheme scheme : SCHEMES) {
      Matcher matcher = scheme.pattern().matcher(name);
      if (matcher.matches()) {
        return Optional.of(new Patient(scheme.source(), matcher.group(1), false));
      }
    }
    return Optional.empty();
  }
}
