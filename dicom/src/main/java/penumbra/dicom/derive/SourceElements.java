package penumbra.dicom.derive;

import java.util.List;
import java.util.Set;
import penumbra.dicom.DataSet;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;

/// Which elements of a source still apply to an image derived from it.
///
/// A result of its source's own kind keeps all elements except those that refer to the source's
/// stored values or to the source as an object: padding, lookup tables, palettes, overlays, curves,
/// the icon, signatures, offset tables. Private elements are removed too, since nobody knows
/// whether they refer to pixels. A secondary capture keeps what every image has: patient, study,
/// what was examined, when and where, and with which device.
final class SourceElements {
  private static final Set<Tag> OF_THE_OBJECT =
      Set.of(
          Tags.INSTANCE_CREATION_DATE,
          Tags.INSTANCE_CREATION_TIME,
          Tags.INSTANCE_CREATOR_UID,
          Tags.SERIES_DATE,
          Tags.SERIES_TIME,
          Tags.SERIES_DESCRIPTION,
          Tags.DERIVATION_DESCRIPTION,
          Tags.DERIVATION_CODE_SEQUENCE,
          Tags.SOURCE_IMAGE_SEQUENCE,
          Tag.of(0x0008, 0x103F), // Series Description Code Sequence
          Tag.of(0x0088, 0x0200), // Icon Image Sequence
          Tag.of(0x0400, 0x0500), // Encrypted Attributes Sequence
          Tag.of(0x0400, 0x0600), // Instance Origin Status
          Tag.of(0x4FFE, 0x0001), // MAC Parameters Sequence
          Tag.of(0x2050, 0x0010), // Presentation LUT Sequence
          Tags.PRESENTATION_LUT_SHAPE);

  /// Elements of the group of pixels that do not speak of stored numbers.
  private static final Set<Tag> OF_THE_IMAGE =
      Set.of(
          Tags.PIXEL_ASPECT_RATIO,
          Tags.QUALITY_CONTROL_IMAGE,
          Tags.BURNED_IN_ANNOTATION,
          Tag.of(0x0028, 0x0302), // Recognizable Visual Features
          Tag.of(0x0028, 0x0303), // Longitudinal Temporal Information Modified
          Tags.PIXEL_INTENSITY_RELATIONSHIP,
          Tags.PIXEL_INTENSITY_RELATIONSHIP_SIGN,
          Tags.LOSSY_IMAGE_COMPRESSION,
          Tags.LOSSY_IMAGE_COMPRESSION_RATIO,
          Tags.LOSSY_IMAGE_COMPRESSION_METHOD);

  /// Where the pixels lie; of a result of another size unknown.
  private static final Set<Tag> OF_THE_GRID =
      Set.of(
          Tags.PIXEL_SPACING,
          Tags.IMAGER_PIXEL_SPACING,
          Tags.NOMINAL_SCANNED_PIXEL_SPACING,
          Tags.PIXEL_SPACING_CALIBRATION_TYPE,
          Tags.PIXEL_SPACING_CALIBRATION_DESCRIPTION,
          Tags.PIXEL_ASPECT_RATIO);

  private static final Set<Tag> DISTANCES =
      Set.of(Tags.PIXEL_SPACING, Tags.IMAGER_PIXEL_SPACING, Tags.NOMINAL_SCANNED_PIXEL_SPACING);

  /// The elements that a secondary capture keeps, besides the groups of the patient and the trial.
  private static final Set<Tag> OF_EVERY_IMAGE =
      Set.of(
          Tags.SPECIFIC_CHARACTER_SET,
          Tag.of(0x0008, 0x0201), // Timezone Offset From UTC
          Tags.STUDY_DATE,
          Tags.STUDY_TIME,
          Tags.ACQUISITION_DATE,
          Tags.ACQUISITION_TIME,
          Tags.CONTENT_DATE,
          Tags.CONTENT_TIME,
          Tags.ACCESSION_NUMBER,
          Tags.MODALITY,
          Tags.MANUFACTURER,
          Tags.INSTITUTION_NAME,
          Tags.REFERRING_PHYSICIAN_NAME,
          Tags.STATION_NAME,
          Tags.STUDY_DESCRIPTION,
          Tags.MANUFACTURER_MODEL_NAME,
          Tags.BODY_PART_EXAMINED,
          Tags.SOFTWARE_VERSIONS,
          Tags.STUDY_INSTANCE_UID,
          Tags.STUDY_ID,
          Tags.INSTANCE_NUMBER,
          Tags.PATIENT_ORIENTATION,
          Tags.LATERALITY,
          Tags.IMAGE_LATERALITY);

  private static final int IMAGE = 0x0028;
  private static final Set<Integer> REPEATING = Set.of(0x5000, 0x6000);
  private static final int PATIENT = 0x0010;
  private static final int TRIAL = 0x0012;
  private static final int PIXELS = 0x7FE0;
  private static final int PADDING_AND_SIGNATURES = 0xFFFA;

  private SourceElements() {}

  /// The elements that a result of the same kind keeps.
  static List<Element> kept(DataSet source, ResultClass kind, boolean sameGrid) {
    boolean capture =
        kind.isCapture() && !kind.uid().equals(source.text(Tags.SOP_CLASS_UID).orElse(""));
    ElementCorrections mending = new ElementCorrections(source, DISTANCES);
    return source.elements().stream()
        .filter(element -> capture ? staysInCapture(element.tag()) : staysInKind(element.tag()))
        .filter(element -> sameGrid || !OF_THE_GRID.contains(element.tag()))
        .flatMap(element -> mending.mended(element).stream())
        .toList();
  }

  private static boolean staysInCapture(Tag tag) {
    boolean person = tag.group() == PATIENT || tag.group() == TRIAL;
    return OF_EVERY_IMAGE.contains(tag)
        || OF_THE_GRID.contains(tag)
        || (OF_THE_IMAGE.contains(tag) && !isIntensity(tag))
        || (person && tag.element() != 0);
  }

  private static boolean isIntensity(Tag tag) {
    return tag.equals(Tags.PIXEL_INTENSITY_RELATIONSHIP)
        || tag.equals(Tags.PIXEL_INTENSITY_RELATIONSHIP_SIGN);
  }

  private static boolean staysInKind(Tag tag) {
    if (tag.isPrivate() || tag.element() == 0 || tag.group() < 8) {
      return false;
    }
    if (tag.group() == IMAGE) {
      return OF_THE_IMAGE.contains(tag) || OF_THE_GRID.contains(tag);
    }
    boolean drawn = REPEATING.contains(tag.group() & 0xFF00);
    boolean pixels = tag.group() == PIXELS || tag.group() >= PADDING_AND_SIGNATURES;
    return !drawn && !pixels && !OF_THE_OBJECT.contains(tag);
  }
}
