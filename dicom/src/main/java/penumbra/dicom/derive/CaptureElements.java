package penumbra.dicom.derive;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import penumbra.core.NdArray;
import penumbra.dicom.DataSet;
import penumbra.dicom.DataSetBuilder;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.io.format.Derivation;

/// Elements that a secondary capture requires even if they are unknown, for sources without them.
final class CaptureElements {
  /// Elements of type 2: required, but may be empty.
  private static final List<Tag> MAY_BE_EMPTY =
      List.of(
          Tags.STUDY_DATE,
          Tags.STUDY_TIME,
          Tags.ACCESSION_NUMBER,
          Tags.MANUFACTURER,
          Tags.REFERRING_PHYSICIAN_NAME,
          Tags.PATIENT_NAME,
          Tags.PATIENT_ID,
          Tags.PATIENT_BIRTH_DATE,
          Tags.PATIENT_SEX,
          Tags.STUDY_ID,
          Tags.SERIES_NUMBER);

  private static final String MADE_AT_A_WORKSTATION = "WSD";

  private CaptureElements() {}

  static DataSet of(ResultClass kind, NdArray result, Derivation derivation, DataSet source) {
    var builder = new DataSetBuilder();
    MAY_BE_EMPTY.forEach(builder::empty);
    builder
        .text(Tags.MODALITY, "OT")
        .text(Tags.CONVERSION_TYPE, MADE_AT_A_WORKSTATION)
        .text(Tags.SECONDARY_CAPTURE_DEVICE_MANUFACTURER, "Penumbra")
        .text(Tags.SECONDARY_CAPTURE_DEVICE_MANUFACTURER_MODEL_NAME, "Penumbra")
        .text(Tags.SECONDARY_CAPTURE_DEVICE_SOFTWARE_VERSIONS, derivation.version())
        .text(Tags.INSTANCE_NUMBER, "1")
        .add(LateralityElements.of(source, false).elements());
    if (kind.isMultiFrame()) {
      // Nobody has looked whether names are burnt into it, so it is not said that none are.
      builder.text(Tags.BURNED_IN_ANNOTATION, "YES");
    }
    if (kind.isMultiFrame() && result.length(0) > 1) {
      builder
          .pointer(Tags.FRAME_INCREMENT_POINTER, Tags.PAGE_NUMBER_VECTOR)
          .text(Tags.PAGE_NUMBER_VECTOR, pages(result.length(0)));
    }
    return builder.build();
  }

  private static String pages(int frames) {
    return IntStream.rangeClosed(1, frames)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining("\\"));
  }
}
