package penumbra.dicom.file;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import penumbra.core.Failure;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.Value.Bytes;
import penumbra.dicom.Vr;

/// Reads the elements of a data set or an item, from its current position.
///
/// It tolerates and notes what leaves one reading: delimiters and items out of place, elements out
/// of order, odd lengths, and anything behind the pixel data. An element that cannot be read is
/// left out if elements go on behind it, unless the grey values may depend on it.
final class DataSetParser {
  private static final int TAG = 4;
  private static final int SHORTEST = 8;

  private final ParseState state;
  private final FileBytes file;
  private final ElementParser parser;
  private final NextElement next;
  private final Continuation continuation;
  private long position;

  /// Where the value of the last element of the data set begins.
  private long lastValue;

  DataSetParser(ParseState state, long position) {
    this.state = state;
    this.file = state.file();
    this.parser = new ElementParser(state, this);
    this.next = new NextElement(state);
    this.continuation = new Continuation(state);
    this.position = position;
    this.lastValue = position;
  }

  long position() {
    return position;
  }

  void moveTo(long at) {
    position = at;
  }

  /// Reads the elements up to the end of the file or the first whose tag is a `stop`.
  DataSet top(ParseContext context, Predicate<Tag> stop) throws DicomException {
    return DataSet.of(elements(context, stop));
  }

  /// The same in the order of the file, with those that stand there twice.
  List<Element> elements(ParseContext context, Predicate<Tag> stop) throws DicomException {
    List<Element> elements = new ArrayList<>();
    ParseContext here = context;
    while (position < file.size() && !state.stopped()) {
      if (isTrailing(elements, context.encoding())) {
        leaveOutTheRest();
        break;
      }
      long left = file.size() - position;
      if (left >= TAG && stop.test(file.tag(position, context.bigEndian()))) {
        break;
      }
      here = tried(elements, here);
    }
    if (position >= file.size()) {
      state.reachedEnd();
    }
    return elements;
  }

  private void leaveOutTheRest() {
    state.note(() ->
        "%d bytes behind the last element are no elements; left out."
            .formatted(file.size() - position));
  }

  /// Reads what stands at the position. If it cannot be read, it moves on to where elements go on.
  private ParseContext tried(List<Element> elements, ParseContext context) throws DicomException {
    long start = position;
    if (continuation.isDoubtful(start, context.encoding())
        && movedOn(elements, start, context.encoding())) {
      return context;
    }
    try {
      return step(elements, context);
    } catch (DicomException damage) {
      if (damage.failure().kind() != Failure.Kind.DAMAGED) {
        throw damage;
      }
      if (!state.isWhole()) {
        state.reachedEnd();
        throw damage;
      }
      position = start;
      if (!elements.isEmpty() && elements.getLast().tag().compareTo(Tags.PIXEL_DATA) >= 0) {
        leaveOutTheRest();
        position = file.size();
        return context;
      }
      if (movedOn(elements, start, context.encoding())) {
        return context;
      }
      if (!state.tolerate()) {
        throw damage;
      }
      return step(elements, context);
    }
  }

  private ParseContext step(List<Element> elements, ParseContext context) throws DicomException {
    if (file.size() - position < SHORTEST) {
      state.truncated("an element", position, SHORTEST);
      return context;
    }
    Tag tag = file.tag(position, context.bigEndian());
    if (isDelimiter(tag)) {
      skipDelimiter(tag);
      return context;
    }
    if (tag.equals(ElementHead.ITEM)) {
      skipItem(file.size(), context);
      return context;
    }
    state.reading(tag);
    int before = elements.size();
    long start = position;
    ParseContext following = parser.read(elements, file.size(), context);
    lastValue = elements.size() > before ? start + SHORTEST : lastValue;
    return following;
  }

  /// Moves on to where elements go on behind what cannot be read, if they do.
  private boolean movedOn(List<Element> elements, long start, Encoding encoding) {
    boolean removable =
        !elements.isEmpty()
            && elements.getLast().value() instanceof Bytes
            && !ParseState.isTelling(elements.getLast().tag());
    if (!elements.isEmpty() && isTable(elements.getLast())) {
      return false;
    }
    Tag last = elements.isEmpty() ? NextElement.LOWEST : elements.getLast().tag();
    long at = continuation.find(start, removable ? lastValue : start, last, encoding);
    if (at < 0) {
      return false;
    }
    if (at < start) {
      elements.removeLast();
    }
    long from = Math.min(at, start);
    state.note(() ->
        "What stands %s cannot be read; left out up to byte %d, where elements go on."
            .formatted(state.at(at < start ? lastValue - SHORTEST : from), at));
    position = at;
    return true;
  }

  /// Whether it is a table that the grey values depend on. What cannot be read behind it may be a
  /// part of it.
  private static boolean isTable(Element element) {
    return ParseState.isTelling(element.tag()) && element.vr().isLong();
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
      boolean another = tag.equals(ElementHead.ITEM) && !isStrayItem(elements, end, here);
      boolean last = tag.equals(ElementHead.SEQUENCE_END) && !isStrayEnd(elements, end, here);
      if (delimited && (another || last)) {
        state.note(() -> "The item that ends " + state.at(position) + " lacks its delimiter.");
        break;
      }
      if (isDelimiter(tag)) {
        skipDelimiter(tag);
      } else if (tag.equals(ElementHead.ITEM) && !another) {
        skipItem(end, here);
      } else {
        here = parser.read(elements, end, here);
      }
    }
    return elements.isEmpty() ? DataSet.empty() : DataSet.of(elements);
  }

  /// Whether the rest cannot be elements: the pixel data has been read, and the rest is too short,
  /// has decreasing tags, or has neither a known representation nor a length that fits.
  private boolean isTrailing(List<Element> elements, Encoding encoding) {
    if (elements.isEmpty() || elements.getLast().tag().compareTo(Tags.PIXEL_DATA) < 0) {
      return false;
    }
    if (file.size() - position < SHORTEST) {
      return true;
    }
    Tag tag = file.tag(position, encoding.bigEndian());
    return !isDelimiter(tag)
        && (tag.compareTo(elements.getLast().tag()) <= 0
            || continuation.isNoElement(position, encoding));
  }

  private static boolean isDelimiter(Tag tag) {
    return tag.equals(ElementHead.ITEM_END) || tag.equals(ElementHead.SEQUENCE_END);
  }

  /// Whether the item at the position belongs to no sequence: it follows a sequence, and elements
  /// go on behind it.
  private boolean isStrayItem(List<Element> elements, long end, ParseContext context) {
    if (elements.isEmpty() || elements.getLast().vr() != Vr.SQ) {
      return false;
    }
    long length = file.u32(position + 4, context.bigEndian());
    Tag last = elements.getLast().tag();
    return length <= end - position - SHORTEST
        && next.leadsToItemEnd(position + SHORTEST + length, end, context.encoding(), last);
  }

  /// Whether the delimiter at the position ends no sequence: it follows a sequence, and the item
  /// goes on behind it to its own end.
  private boolean isStrayEnd(List<Element> elements, long end, ParseContext context) {
    return !elements.isEmpty()
        && elements.getLast().vr() == Vr.SQ
        && next.leadsToItemEnd(
            position + SHORTEST, end, context.encoding(), elements.getLast().tag());
  }

  private void skipDelimiter(Tag tag) throws DicomException {
    state.count();
    state.note(
        () -> "The delimiter " + tag + " " + state.at(position) + " is out of place; skipped.");
    position += SHORTEST;
  }

  /// Passes over an item that belongs to no sequence.
  private void skipItem(long end, ParseContext context) throws DicomException {
    state.count();
    long start = position;
    long length = file.u32(start + 4, context.bigEndian());
    boolean open = length == ElementHead.UNDEFINED;
    long behind = start + SHORTEST + length;
    if (!open && (behind > end || !next.mayFollow(behind, end, context.encoding()))) {
      state.misplaced("must have an element", "has an item", start);
      return;
    }
    state.note(() -> "The item " + state.at(start) + " belongs to no sequence; left out.");
    position = start + SHORTEST;
    if (open) {
      item(end, true, context.inside(context.encoding()));
    } else {
      position = behind;
    }
  }
}
