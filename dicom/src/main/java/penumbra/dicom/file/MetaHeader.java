package penumbra.dicom.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import penumbra.core.InvalidInputException;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Element;
import penumbra.dicom.Notes;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.Vr;

/// The meta header, group 0002 at the beginning of a file, PS3.10 section 7.1.
final class MetaHeader {
  /// Identifies Penumbra as the writer: a random number, chosen once, as in PS3.5 annex B.2.
  static final String IMPLEMENTATION = "2.25.102468261079414062888630655574708481859";

  static final int GROUP = 0x0002;

  static final String IMPLEMENTATION_VERSION = "PENUMBRA_0_1";

  private static final int LENGTH_ELEMENT = 12;
  private static final byte[] VERSION = {0, 1};

  private MetaHeader() {}

  /// Notes a header with a wrong length.
  static void checkLength(DataSet meta, long found, Notes notes) throws DicomException {
    OptionalDouble length = meta.number(Tags.FILE_META_INFORMATION_GROUP_LENGTH);
    if (length.isEmpty()) {
      notes.add("The meta header does not say its length.");
    } else if (length.getAsDouble() != found - LENGTH_ELEMENT) {
      notes.add(
          "The meta header has %d bytes, though it says %.0f."
              .formatted(found - LENGTH_ELEMENT, length.getAsDouble()));
    }
  }

  /// The header of these elements. If one stands there twice, the first counts: a second header
  /// inside the first is what a copying program left behind.
  static DataSet of(List<Element> elements, Notes notes) {
    Map<Tag, Element> first = new LinkedHashMap<>();
    for (Element element : elements) {
      if (first.putIfAbsent(element.tag(), element) != null) {
        notes.add(element.tag() + " stands twice in the meta header; the first counts.");
      }
    }
    return DataSet.of(first.values());
  }

  /// The data set without elements of a meta header, which has no place in it.
  static DataSet without(DataSet data, Notes notes) {
    DataSet without = data;
    for (Element element : data.elements()) {
      if (element.tag().group() == GROUP) {
        notes.add(element.tag() + " of a meta header stands in the data set; left out.");
        without = without.without(element.tag());
      }
    }
    return without;
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
