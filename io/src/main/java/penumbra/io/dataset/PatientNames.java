package penumbra.io.dataset;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The patients that the names of files and folders tell. For another set, add a line.
public final class PatientNames {
  private static final Pattern FOLDER =
      Pattern.compile(
          "(?:patient|subject|pat|case)[-_ ]?\\d+|p\\d{8}|sub-[0-9a-z]+|lidc-idri-\\d{4}"
              + "|tcga-[0-9a-z]{2}-[0-9a-z]{4}");

  private static final List<Scheme> SCHEMES =
      List.of(
          new Scheme("Kaggle", "(?:.*/)?(person\\d+)_(?:bacteria|virus)_\\d+\\.\\w+"),
          new Scheme("Kaggle", "(?:.*/)?((?:NORMAL2-)?IM-\\d+)-\\d+(?:-\\d+)?\\.\\w+"),
          new Scheme(
              "Kermany", "(?:.*/)?((?:NORMAL|BACTERIA|VIRUS|CNV|DME|DRUSEN)-\\d+)-\\d+\\.\\w+"),
          new Scheme("NIH", "(?:.*/)?(\\d{8})_\\d{3}\\.\\w+"),
          new Scheme("CheXpert", "(?:.*/)?(patient\\d{5,})/study\\d+/.*"),
          new Scheme("MIMIC-CXR", "(?:.*/)?(p\\d{8})/s\\d{8}/.*"),
          new Scheme("folder", "(?i)(?:.*/)?((?:patient|subject|pat)[-_ ]?\\d+|sub-[0-9a-z]+)/.*"),
          new Scheme("folder", "(?:.*/)?(LIDC-IDRI-\\d{4}|TCGA-[0-9A-Z]{2}-[0-9A-Z]{4})/.*"),
          new Scheme("file", "(?i)(?:.*/)?((?:patient|subject)[-_ ]?\\d+|sub-[0-9a-z]+)[_.-].*"));

  private record Scheme(String source, Pattern pattern) {
    Scheme(String source, String pattern) {
      this(source, Pattern.compile(pattern));
    }
  }

  private PatientNames() {}

  /// The patient by the path of a file, with `/` between the names.
  public static Optional<DatasetPatient> of(String path) {
    for (Scheme scheme : SCHEMES) {
      Matcher matcher = scheme.pattern().matcher(path);
      if (matcher.matches()) {
        return Optional.of(new DatasetPatient(scheme.source(), matcher.group(1)));
      }
    }
    return Optional.empty();
  }

  /// Whether a folder of that name holds the studies of one patient.
  static boolean isPatientFolder(String folder) {
    return FOLDER.matcher(folder.toLowerCase(Locale.ROOT)).matches();
  }
}
