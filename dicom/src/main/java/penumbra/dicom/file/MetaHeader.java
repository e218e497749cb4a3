package penumbra.dicom.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import penumbra.core.InvalidInputException;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Element;
import penumbra.dicom.Notes;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Vr;

/// The meta header, group 0002 at the beginning of a file, PS3.10 section 7.1.
final class MetaHeader {
  /// Identifies Penumbra as the writer: a random number, chosen once, as in PS3.5 annex B.2.
  static final String IMPLEMENTATION = "2.25.102468261079414062888630655574708481859";

  static final String IMPLEMENTATION_VERSION = "PENUMBRA_0_1";

  private static final int LENGTH_ELEMENT = 12;
  private static final byte[] VERSION = {0, 1};

  private MetaHeader() {}

  /// Notes a header with a wrong length.
  static void checkLength(DataSet meta, long found, Notes notes) throws DicomException {
    OptionalDouble length = meta.number(Tags.FILE_META_INFORMATION_GROUP_LENGTH);
    if (length.isEmpty()) {
      notes.add("The meta header does not tell its length.");
    } else if (length.getAsDouble() != found - LENGTH_ELEMENT) {
      notes.add(
          "The meta header has %d bytes, though it says %.0f."
              .formatted(found - LENGTH_ELEMENT, length.getAsDouble()));
    }
  }

  /// The transfer syntax that it names; null if it names none.
  static @Nullable TransferSyntax syntax(DataSet meta) throws DicomException {
    Optional<String> uid = meta.text(Tags.TRANSFER_SYNTAX_UID);
    if (uid.isEmpty()) {
      return null;
    }
    return TransferSyntax.of(uid.get())
        .orElseThrow(() ->
            new DicomException(
                "must have a known transfer syntax",
                "has '" + uid.get() + "'",
                "convert it to Explicit VR Little Endian, for instance with dcmconv"));
  }

  /// The header for an object to be written.
  static DataSet of(DicomObject object) {
    List<Element> elements = new ArrayList<>();
    elements.add(Element.ofBytes(Tags.FILE_META_INFORMATION_VERSION, Vr.OB, VERSION));
    elements.add(
        uid(object, Tags.SOP_CLASS_UID, Tags.MEDIA_STORAGE_SOP_CLASS_UID, "SOP Class UID"));
    elements.add(
        uid(
            object,
            Tags.SOP_INSTANCE_UID,
            Tags.MEDIA_STORAGE_SOP_INSTANCE_UID,
            "SOP Instance UID"));
    elements.add(Element.ofText(Tags.TRANSFER_SYNTAX_UID, Vr.UI, object.syntax().uid()));
    elements.add(Element.ofText(Tags.IMPLEMENTATION_CLASS_UID, Vr.UI, IMPLEMENTATION));
    elements.add(Element.ofText(Tags.IMPLEMENTATION_VERSION_NAME, Vr.SH, IMPLEMENTATION_VERSION));
    return DataSet.of(elements);
  }

  private static Element uid(DicomObject object, Tag inData, Tag inMeta, String name) {
    String uid =
        object
            .data()
            .text(inData)
            .or(() -> object.meta().text(inMeta))
            .orElseThrow(() ->
                InvalidInputException.of(
                    "a DICOM object to be written",
                    "must have a " + name + " " + inData,
                    "has none",
                    "add one"));
    return Element.ofText(inMeta, Vr.UI, uid);
  }
}
