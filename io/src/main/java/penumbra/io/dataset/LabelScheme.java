package penumbra.io.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The columns of a label file that a published set has. For another set, add a line.
///
/// @param set the set's name
/// @param image the columns that name the image, or the study, any of them
/// @param label the columns with labels, any of them; empty if [#FINDINGS] columns have them
/// @param study whether the column names a study, all images of which have the labels
record LabelScheme(String set, List<String> image, List<String> label, boolean study) {
  /// A column of this name says that the columns around it are findings with 1, 0 or -1.
  private static final String FINDINGS = "no finding";

  private static final List<String> ANY_IMAGE =
      List.of(
          "filename",
          "file_name",
          "file",
          "image",
          "image_name",
          "image_path",
          "filepath",
          "path",
          "img",
          "image_id",
          "image id",
          "imageid",
          "id");
  private static final List<String> ANY_LABEL =
      List.of(
          "label",
          "labels",
          "class",
          "class_name",
          "diagnosis",
          "dx",
          "finding",
          "findings",
          "finding_labels",
          "finding labels",
          "category",
          "target");

  /// In the order in which they are asked.
  static final List<LabelScheme> ALL =
      List.of(
          new LabelScheme(
              "NIH ChestX-ray14", List.of("image index"), List.of("finding labels"), false),
          new LabelScheme("CheXpert", List.of("path"), List.of(), false),
          new LabelScheme("VinDr-CXR", List.of("image_id"), List.of(), false),
          new LabelScheme("VinDr-CXR", List.of("image_id"), List.of("class_name"), false),
          new LabelScheme("RSNA", List.of("patientid"), List.of("target"), false),
          new LabelScheme("RSNA", List.of("patientid"), List.of("class"), false),
          new LabelScheme("MIMIC-CXR", List.of("study_id"), List.of(), true),
          new LabelScheme("MIMIC-CXR", List.of("dicom_id"), List.of("split"), false),
          new LabelScheme("PadChest", List.of("imageid"), List.of("labels"), false),
          new LabelScheme("a table", ANY_IMAGE, ANY_LABEL, false));

  static final Set<String> PATIENT =
      Set.of("patient id", "patient_id", "patientid", "patient", "subject_id", "subject");
  static final Set<String> SPLIT = Set.of("split", "subset", "partition");

  /// A column of this name is Penumbra's: its own tables beside images are no label files.
  private static final String OWN = "sha256";

  /// The scheme of a table with these columns.
  static Optional<LabelScheme> of(List<String> header) {
    List<String> names = lower(header);
    return names.contains(OWN)
        ? Optional.empty()
        : ALL.stream().filter(scheme -> scheme.fits(names)).findFirst();
  }

  private boolean fits(List<String> names) {
    boolean labelled =
        label.isEmpty() ? names.contains(FINDINGS) : label.stream().anyMatch(names::contains);
    return labelled && image.stream().anyMatch(names::contains);
  }

  static List<String> lower(List<String> header) {
    List<String> names = new ArrayList<>();
    header.forEach(name -> names.add(name.toLowerCase(Locale.ROOT).strip()));
    return names;
  }

  /// The place of the first column with one of the names, in the order of the names; -1 if there is
  /// none.
  static int find(List<String> header, Iterable<String> wanted) {
    List<String> names = lower(header);
    for (String name : wanted) {
      int at = names.indexOf(name.toLowerCase(Locale.ROOT).strip());
      if (at >= 0) {
        return at;
      }
    }
    return -1;
  }

  /// Whether any table may name images in a column of that name.
  static int anyImage(List<String> header) {
    int known = find(header, List.of("image index", "dicom_id"));
    int named = known >= 0 ? known : find(header, ANY_IMAGE);
    return named >= 0 ? named : find(header, List.of("patientid"));
  }

  /// The column in which any table may have labels.
  static int anyLabel(List<String> header) {
    return find(header, ANY_LABEL);
  }
}
