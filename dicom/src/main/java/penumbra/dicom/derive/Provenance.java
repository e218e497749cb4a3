package penumbra.dicom.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import penumbra.dicom.Code;
import penumbra.dicom.DataSet;
import penumbra.dicom.DataSetBuilder;
import penumbra.dicom.DicomException;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.Vr;
import penumbra.io.format.Derivation;

/// The elements that say how a result was made: from which source, by which operation, with which
/// software.
final class Provenance {
  /// The creator of the private elements.
  static final String CREATOR = "PENUMBRA";

  private static final Tag CREATOR_TAG = Tag.of(0x0021, 0x0010);
  private static final Tag RECIPE = Tag.of(0x0021, 0x1001);
  private static final Tag VERSION = Tag.of(0x0021, 0x1002);

  private static final Code SOURCE_OF_PROCESSING =
      Code.dcm("121322", "Source image for image processing operation");
  private static final Code MODIFYING_EQUIPMENT = Code.dcm("109103", "Modifying Equipment");
  private static final int LONGEST_LO = 64;
  private static final int OTHERS_SERIES = 1000;
  private static final int MOST_SERIES = 1_000_000;

  private final Derivation derivation;

  Provenance(Derivation derivation) {
    this.derivation = derivation;
  }

  /// The elements of the result of `source`, which is empty where it is no DICOM object.
  DataSet elements(DataSet source) {
    var builder =
        new DataSetBuilder()
            .text(Tags.IMAGE_TYPE, imageType(source))
            .text(Tags.SERIES_DESCRIPTION, seriesDescription(source))
            .text(Tags.DERIVATION_DESCRIPTION, derivation.description())
            .items(Tags.CONTRIBUTING_EQUIPMENT_SEQUENCE, equipment(source))
            .text(CREATOR_TAG, CREATOR)
            .add(
                penumbra.dicom.Element.ofText(RECIPE, Vr.UT, derivation.recipe()),
                penumbra.dicom.Element.ofText(VERSION, Vr.LO, derivation.version()));
    derivation
        .code()
        .map(term -> new Code(term.value(), term.scheme(), term.meaning()))
        .ifPresent(code -> builder.items(Tags.DERIVATION_CODE_SEQUENCE, code.item()));
    if (source.text(Tags.SOP_INSTANCE_UID).isPresent()
        && source.text(Tags.SOP_CLASS_UID).isPresent()) {
      builder.items(Tags.SOURCE_IMAGE_SEQUENCE, reference(source));
    }
    seriesNumber(source)
        .ifPresent(number -> builder.text(Tags.SERIES_NUMBER, Integer.toString(number)));
    return builder.build();
  }

  /// The source's further values stay, which say `AXIAL` or the like.
  private static String imageType(DataSet source) {
    List<String> values = new ArrayList<>(List.of("DERIVED", "SECONDARY"));
    source.texts(Tags.IMAGE_TYPE).stream().skip(2).filter(Provenance::isPlain).forEach(values::add);
    return String.join("\\", values);
  }

  /// The source's own with the operation's name; of text in other characters only the latter.
  private String seriesDescription(DataSet source) {
    String own = source.text(Tags.SERIES_DESCRIPTION).filter(Provenance::isPlain).orElse("");
    String whole = own.isEmpty() ? derivation.operation() : own + ", " + derivation.operation();
    return whole.length() <= LONGEST_LO ? whole : derivation.operation();
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
  }

  /// After the source's, to distinguish the two in lists.
  private static OptionalInt seriesNumber(DataSet source) {
    try {
      OptionalInt own = source.integer(Tags.SERIES_NUMBER);
      return own.isPresent() && own.getAsInt() >= 0 && own.getAsInt() < MOST_SERIES
          ? OptionalInt.of(own.getAsInt() + OTHERS_SERIES)
          : OptionalInt.empty();
    } catch (DicomException noNumber) {
      return OptionalInt.empty(); // the standard lets it be unknown, and nothing rests on it
    }
  }

  private DataSet[] equipment(DataSet source) {
    List<DataSet> items =
        new ArrayList<>(
            source.items(Tags.CONTRIBUTING_EQUIPMENT_SEQUENCE).stream()
                .map(ElementCorrections::dated)
                .toList());
    items.add(
        new DataSetBuilder()
            .text(Tags.MANUFACTURER, "Penumbra")
            .text(Tags.MANUFACTURER_MODEL_NAME, "Penumbra")
            .text(Tags.SOFTWARE_VERSIONS, derivation.version())
            .items(Tags.PURPOSE_OF_REFERENCE_CODE_SEQUENCE, MODIFYING_EQUIPMENT.item())
            .build());
    return items.toArray(DataSet[]::new);
  }

  private DataSet reference(DataSet source) {
    var builder =
        new DataSetBuilder()
            .text(Tags.REFERENCED_SOP_CLASS_UID, source.text(Tags.SOP_CLASS_UID).orElseThrow())
            .text(
                Tags.REFERENCED_SOP_INSTANCE_UID, source.text(Tags.SOP_INSTANCE_UID).orElseThrow())
            .items(Tags.PURPOSE_OF_REFERENCE_CODE_SEQUENCE, SOURCE_OF_PROCESSING.item());
    derivation
        .frame()
        .ifPresent(frame -> builder.text(Tags.REFERENCED_FRAME_NUMBER, Integer.toString(frame)));
    return builder.build();
  }
}
