package penumbra.dicom.derive;

import java.util.Locale;
import java.util.Set;
import penumbra.dicom.DataSet;
import penumbra.dicom.DataSetBuilder;
import penumbra.dicom.Tags;

/// The elements that say which side of a person is seen and where it points: images of projections
/// must have them, empty where nobody knows.
final class LateralityElements {
  /// What people have one of, so that an image of it has no side.
  private static final Set<String> UNPAIRED =
      Set.of(
          "ABDOMEN",
          "ABDOMENPELVIS",
          "BRAIN",
          "CHEST",
          "CHESTABDOMEN",
          "CHESTABDPELVIS",
          "CSPINE",
          "HEAD",
          "HEADNECK",
          "HEART",
          "LIVER",
          "LSPINE",
          "NECK",
          "PELVIS",
          "SKULL",
          "SPINE",
          "SSPINE",
          "TSPINE",
          "WHOLEBODY");

  private LateralityElements() {}

  /// Empty ones, for those that the source does not have.
  ///
  /// @param placed whether the result says where it lies in the patient, and so how it is turned
  static DataSet of(DataSet source, boolean placed) {
    var builder = new DataSetBuilder();
    String part = source.text(Tags.BODY_PART_EXAMINED).orElse("").toUpperCase(Locale.ROOT);
    if (!source.has(Tags.IMAGE_LATERALITY) && !UNPAIRED.contains(part)) {
      builder.empty(Tags.LATERALITY);
    }
    return placed ? builder.build() : builder.empty(Tags.PATIENT_ORIENTATION).build();
  }
}
