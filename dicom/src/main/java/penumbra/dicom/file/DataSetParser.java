package penumbra.dicom.file;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.Value.Bytes;
import penumbra.dicom.Value.Items;
import penumbra.dicom.Vr;

/// Reads the elements of a data set or an item, from its current position.
///
/// Like other DICOM readers, it tolerates and notes delimiters out of place, elements out of order,
/// odd lengths, and anything after the pixel data.
final class DataSetParser {
  private static final int TAG = 4;
  private static final int SHORTEST = 8;

  private final ParseState state;
  private final FileBytes file;
  private final HeadParser heads;
  private final SequenceParser sequences;
  private long position;

  DataSetParser(ParseState state, long position) {
    this.state = state;
    this.file = state.file();
    this.heads = new HeadParser(state);
    this.sequences = new SequenceParser(state, this);
    this.position = position;
  }

  long position() {
    return position;
  }

  void moveTo(long at) {
    position = at;
  }

  /// Reads the elements up to the end of the file or the first whose tag is a `stop`.
  DataSet top(ParseContext context, Predicate<Tag> stop) throws DicomException {
    List<Element> elements = new ArrayList<>();
    ParseContext here = context;
    while (position < file.size() && !state.stopped()) {
      if (isTrailing(elements, context.encoding())) {
        state.note(() ->
            "%d bytes behind the last element are no elements; left out."
                .formatted(file.size() - position));
        break;
      }
      long left = file.size() - position;
      if (left >= TAG && stop.test(file.tag(position, context.bigEndian()))) {
        break;
      }
      if (left < SHORTEST) {
        state.truncated("an element", position, SHORTEST);
        break;
      }
      Tag tag = file.tag(position, context.bigEndian());
      if (isDelimiter(tag)) {
        skipDelimiter(tag);
        continue;
      }
      here = element(elements, file.size(), here);
    }
    if (position >= file.size()) {
      state.reachedEnd();
    }
    return DataSet.of(elements);
  }

  /// Reads the elements of an item up to `end` or, if it is `delimited`, its delimiter.
  DataSet item(long end, boolean delimited, ParseContext context) throws DicomException {
    state.checkDepth(context, position);
    List<Element> elements = new ArrayList<>();
    ParseContext here = context;
    while (!state.stopped()) {
      if (position >= end && !delimited) {
        break;
      }
      if (end - position < SHORTEST) {
        state.truncated("an item", position, SHORTEST);
        break;
      }
      Tag tag = file.tag(position, context.bigEndian());
      if (delimited && tag.equals(ElementHead.ITEM_END)) {
        position += SHORTEST;
        break;
      }
      if (delimited && tag.equals(ElementHead.SEQUENCE_END)) {
        state.note(() -> "The item that ends " + state.at(position) + " lacks its delimiter.");
        break;
      }
      if (isDelimiter(tag)) {
        skipDelimiter(tag);
        continue;
      }
      here = element(elements, end, here);
    }
    return elements.isEmpty() ? DataSet.empty() : DataSet.of(elements);
  }

  /// Whether the rest cannot be elements: the pixel data has been read, and the rest is too short,
  /// has decreasing tags, or has neither a known representation nor a length that fits.
  private boolean isTrailing(List<Element> elements, Encoding encoding) {
    if (elements.isEmpty() || elements.getLast().tag().compareTo(Tags.PIXEL_DATA) < 0) {
      return false;
    }
    long left = file.size() - position - SHORTEST;
    if (left < 0) {
      return true;
    }
    boolean big = encoding.bigEndian();
    boolean sound =
        encoding.explicit()
            ? Vr.areLetters(file.u8(position + 4), file.u8(position + 5))
            : file.u32(position + 4, big) <= left
                || file.u32(position + 4, big) == ElementHead.UNDEFINED;
    Tag tag = file.tag(position, big);
    return !isDelimiter(tag) && (!sound || tag.compareTo(elements.getLast().tag()) <= 0);
  }

  private static boolean isDelimiter(Tag tag) {
    return tag.equals(ElementHead.ITEM_END) || tag.equals(ElementHead.SEQUENCE_END);
  }

  private void skipDelimiter(Tag tag) throws DicomException {
    state.count();
    state.note(
        () -> "The delimiter " + tag + " " + state.at(position) + " is out of place; skipped.");
    position += SHORTEST;
  }

  /// Reads one element into `elements` and returns the context of the next.
  private ParseContext element(List<Element> elements, long end, ParseContext context)
      throws DicomException {
    state.count();
    ElementHead head = heads.read(position, end, context);
    if (head == null) {
      return context;
    }
    if (head.tag().equals(ElementHead.ITEM)) {
      state.misplaced("must have an element", "has an item", position);
      return context;
    }
    if (!elements.isEmpty() && head.tag().compareTo(elements.getLast().tag()) <= 0) {
      state.note(() ->
          "%s %s does not stand in the order of tags.".formatted(head.tag(), state.at(position)));
    }
    Element element = value(head, end, context);
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

  private @Nullable Element value(ElementHead head, long end, ParseContext context)
      throws DicomException {
    position = head.valueAt();
    if (head.isUndefined()) {
      return sequences.undefined(head, end, context);
    }
    long length = head.length();
    if (length > end - position) {
      return overrun(head, end, context);
    }
    if ((length & 1) == 1) {
      state.note(() ->
          "%s %s has an odd length, %d.".formatted(head.tag(), state.at(head.start()), length));
    }
    Element element = defined(head, context);
    if (!state.stopped()) {
      position = head.valueAt() + length;
    }
    return element;
  }

  private Element defined(ElementHead head, ParseContext context) throws DicomException {
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
    if (vr == Vr.SQ) {
      long end = head.valueAt() + head.length();
      List<DataSet> items = sequences.items(end, false, context.inside(encoding));
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
    String what = "the value of " + head.tag();
    if (head.vr() == Vr.SQ) {
      state.cut(what, head.valueAt(), head.length());
    } else {
      state.truncated(what, head.valueAt(), head.length());
    }
    return head.vr() == Vr.SQ || head.tag().equals(Tags.PIXEL_DATA)
        ? defined(head.withLength(left), context)
        : null;
  }
}
