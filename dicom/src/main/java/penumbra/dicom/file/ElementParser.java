package penumbra.dicom.file;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Element;
import penumbra.dicom.Tags;
import penumbra.dicom.Value.Bytes;
import penumbra.dicom.Value.Items;
import penumbra.dicom.Vr;

/// Reads one element at the position of a data set's parser.
final class ElementParser {
  private final ParseState state;
  private final FileBytes file;
  private final DataSetParser dataSets;
  private final HeadParser heads;
  private final NextElement next;
  private final SequenceParser sequences;

  ElementParser(ParseState state, DataSetParser dataSets) {
    this.state = state;
    this.file = state.file();
    this.dataSets = dataSets;
    this.heads = new HeadParser(state);
    this.next = new NextElement(state);
    this.sequences = new SequenceParser(state, dataSets);
  }

  /// Reads one element into `elements` and gives the context of the next.
  ///
  /// @param end where the element must end
  ParseContext read(List<Element> elements, long end, ParseContext context) throws DicomException {
    state.count();
    long at = dataSets.position();
    ElementHead head = heads.read(at, end, context);
    if (head == null) {
      return context;
    }
    if (head.tag().equals(ElementHead.ITEM)) {
      state.misplaced("must have an element", "has an item", at);
      return context;
    }
    if (!elements.isEmpty() && head.tag().compareTo(elements.getLast().tag()) <= 0) {
      state.note(() -> "%s %s is not in the order of tags.".formatted(head.tag(), state.at(at)));
    }
    Element element = value(head, end, context, elements);
    if (element == null) {
      return context;
    }
    elements.add(element);
    return element.tag().equals(Tags.PIXEL_REPRESENTATION)
            && element.value() instanceof Bytes(MemorySegment bytes)
            && bytes.byteSize() > 0
        ? context.withSigned(new FileBytes(bytes).u8(0) == 1)
        : context;
  }

  private @Nullable Element value(
      ElementHead head, long end, ParseContext context, List<Element> before)
      throws DicomException {
    dataSets.moveTo(head.valueAt());
    if (head.isUndefined()) {
      return sequences.undefined(head, end, context, before);
    }
    long length = head.length();
    if (length > end - head.valueAt()) {
      return overrun(head, end, context);
    }
    if ((length & 1) == 1) {
      state.note(() ->
          "%s %s has an odd length, %d.".formatted(head.tag(), state.at(head.start()), length));
    }
    Element element = defined(head, end, context);
    if (!state.stopped()) {
      // Items that are longer than their sequence are behind its end already.
      dataSets.moveTo(Math.max(dataSets.position(), behind(head, end, context)));
    }
    return element;
  }

  /// Where the next element begins: behind the value, and behind the byte that makes it even where
  /// that is not counted.
  private long behind(ElementHead head, long end, ParseContext context) {
    long behind = head.valueAt() + head.length();
    boolean padded =
        (head.length() & 1) == 1
            && !next.mayFollow(behind, end, context.encoding())
            && next.isElement(behind + 1, end, context.encoding(), head.tag());
    return padded ? behind + 1 : behind;
  }

  private Element defined(ElementHead head, long end, ParseContext context) throws DicomException {
    Vr vr = head.vr();
    Encoding encoding = context.encoding();
    if (vr == Vr.UN && encoding.explicit()) {
      // Values of unknown representation are written as implicit little endian, PS3.5 6.2.2.
      vr = ImplicitVr.of(head.tag(), context.signed());
      encoding = Encoding.IMPLICIT;
      if (vr == Vr.SQ && !sequences.beginsWithItem(head, false)) {
        vr = Vr.UN;
      }
    }
    if (vr == Vr.SQ && !sequences.beginsAsSequence(head, encoding.bigEndian())) {
      state.note(() ->
          "%s %s should be a sequence, but its %d bytes begin with no item; taken as bytes."
              .formatted(head.tag(), state.at(head.start()), head.length()));
      vr = Vr.UN;
    }
    if (vr == Vr.SQ) {
      List<DataSet> items = sequences.defined(head, end, context, encoding);
      return new Element(head.tag(), Vr.SQ, new Items(items));
    }
    boolean turned = encoding.bigEndian() && vr != Vr.UN;
    return new Element(
        head.tag(), vr, new Bytes(file.numbers(head.valueAt(), head.length(), vr.unit(), turned)));
  }

  /// A value that would extend beyond its item or the file. If the reader is lenient, sequences and
  /// pixel data are read as far as they go.
  private @Nullable Element overrun(ElementHead head, long end, ParseContext context)
      throws DicomException {
    long left = end - head.valueAt();
    if (end < file.size()) {
      state.misplaced(
          "must have elements that end inside their items",
          head.tag() + " has " + head.length() + " bytes where " + left + " are left",
          head.start());
      return null;
    }
    if (head.vr() == Vr.SQ) {
      List<DataSet> items = sequences.tooLong(head, context);
      if (items != null) {
        return new Element(head.tag(), Vr.SQ, new Items(items));
      }
    }
    String what = "the value of " + head.tag();
    if (head.vr() == Vr.SQ) {
      state.cut(what, head.valueAt(), head.length());
    } else {
      state.truncated(what, head.valueAt(), head.length());
    }
    return head.vr() == Vr.SQ || head.tag().equals(Tags.PIXEL_DATA)
        ? defined(head.withLength(left), end, context)
        : null;
  }
}
