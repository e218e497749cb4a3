package penumbra.dicom.file;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import penumbra.core.Failure;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.Value.Fragments;
import penumbra.dicom.Value.Items;
import penumbra.dicom.Vr;

/// Reads the items of sequences.
final class SequenceParser {
  private static final int HEAD = 8;

  private final ParseState state;
  private final FileBytes file;
  private final DataSetParser dataSets;
  private final NextElement next;

  SequenceParser(ParseState state, DataSetParser dataSets) {
    this.state = state;
    this.file = state.file();
    this.dataSets = dataSets;
    this.next = new NextElement(state);
  }

  /// A sequence that is being read.
  ///
  /// @param tag its tag
  /// @param end where its items end; if it is delimited, where they end at the latest
  /// @param delimited whether its end is a delimiter, or where no item follows
  /// @param measured whether it says how long it is
  /// @param outerEnd where what holds it ends
  /// @param outer how the elements behind it are encoded
  private record Sequence(
      Tag tag, long end, boolean delimited, boolean measured, long outerEnd, Encoding outer) {}

  /// Reads a value of undefined length: fragments where bytes are expected, else items.
  ///
  /// @param before the elements that stand before it
  @Nullable Element undefined(
      ElementHead head, long end, ParseContext context, List<Element> before)
      throws DicomException {
    boolean bytes = head.vr() == Vr.OB || head.vr() == Vr.OW;
    if (bytes || head.tag().equals(Tags.PIXEL_DATA)) {
      return pixels(head, end, context, before);
    }
    Encoding encoding = context.encoding();
    if (head.vr() == Vr.UN && encoding.explicit()) {
      encoding = Encoding.IMPLICIT;
    }
    if (head.vr() != Vr.SQ && head.vr() != Vr.UN && !beginsWithItem(head, encoding.bigEndian())) {
      state.misplaced(
          "must have an element with a length",
          head.tag() + " of kind " + head.vr() + " has none",
          head.start());
      return null;
    }
    var sequence = new Sequence(head.tag(), end, true, false, end, context.encoding());
    List<DataSet> items = new ArrayList<>();
    read(items, sequence, context.inside(encoding));
    return new Element(head.tag(), Vr.SQ, new Items(items));
  }

  private @Nullable Element pixels(
      ElementHead head, long end, ParseContext context, List<Element> before)
      throws DicomException {
    Encoding encoding = context.encoding();
    if (head.tag().equals(Tags.PIXEL_DATA) && state.isWhole()) {
      OpenPixels open = OpenPixels.of(state, head, end, encoding, before);
      if (open != null) {
        state.note(open::note);
        dataSets.moveTo(open.end());
        return open.element();
      }
    }
    boolean bytes = head.vr() == Vr.OB || head.vr() == Vr.OW;
    FragmentParser parser = new FragmentParser(state, head.valueAt());
    Fragments fragments = parser.read(head.tag(), end, encoding);
    dataSets.moveTo(parser.position());
    return new Element(head.tag(), bytes && encoding.explicit() ? head.vr() : Vr.OB, fragments);
  }

  /// Whether the value begins as a sequence does.
  boolean beginsWithItem(ElementHead head, boolean bigEndian) {
    return head.length() == 0
        || (head.length() >= HEAD
            && (head.valueAt() + HEAD > file.size()
                || file.tag(head.valueAt(), bigEndian).equals(ElementHead.ITEM)));
  }

  /// The same, where a delimiter may be all there is.
  boolean beginsAsSequence(ElementHead head, boolean bigEndian) {
    if (beginsWithItem(head, bigEndian)) {
      return true;
    }
    return head.length() >= HEAD
        && file.tag(head.valueAt(), bigEndian).group() == ElementHead.ITEM.group();
  }

  /// Reads the items of a sequence with a length. Where they cannot be read to its end, and
  /// elements go on behind it, those that can be are kept.
  List<DataSet> defined(ElementHead head, long outerEnd, ParseContext outer, Encoding encoding)
      throws DicomException {
    long end = head.valueAt() + head.length();
    var sequence = new Sequence(head.tag(), end, false, true, outerEnd, outer.encoding());
    List<DataSet> items = new ArrayList<>();
    try {
      read(items, sequence, outer.inside(encoding));
    } catch (DicomException damage) {
      if (damage.failure().kind() != Failure.Kind.DAMAGED
          || state.isTelling()
          || !state.isWhole()
          || !isFollowed(end, sequence)) {
        throw damage;
      }
      int kept = items.size();
      state.note(() ->
          "The sequence %s %s cannot be read behind its first %d items; the rest is left out."
              .formatted(head.tag(), state.at(head.start()), kept));
      dataSets.moveTo(end);
    }
    return items;
  }

  /// Reads the items of a sequence of the data set whose length is beyond the end of the file, if
  /// they end where elements go on; null where they do not.
  @Nullable List<DataSet> tooLong(ElementHead head, ParseContext outer) throws DicomException {
    if (!state.isWhole() || state.isTolerant() || outer.depth() > 0) {
      return null;
    }
    long end = file.size();
    var sequence = new Sequence(head.tag(), end, true, true, end, outer.encoding());
    List<DataSet> items = new ArrayList<>();
    try {
      read(items, sequence, outer.inside(outer.encoding()));
    } catch (DicomException damage) {
      if (damage.failure().kind() != Failure.Kind.DAMAGED) {
        throw damage;
      }
      dataSets.moveTo(head.valueAt());
      return null;
    }
    if (state.stopped() || dataSets.position() >= end) {
      dataSets.moveTo(head.valueAt());
      return null;
    }
    state.note(() ->
        "The sequence %s %s says that it has %d bytes, but its items end after %d."
            .formatted(
                head.tag(),
                state.at(head.start()),
                head.length(),
                dataSets.position() - head.valueAt()));
    return items;
  }

  private boolean isFollowed(long at, Sequence sequence) {
    return next.mayFollow(at, sequence.outerEnd(), sequence.outer());
  }

  private void read(List<DataSet> items, Sequence sequence, ParseContext context)
      throws DicomException {
    state.checkDepth(context, dataSets.position());
    while (!state.stopped()) {
      long at = dataSets.position();
      if (at >= sequence.end() && !sequence.delimited()) {
        break;
      }
      if (sequence.end() - at < HEAD) {
        state.truncated("a sequence", at, HEAD);
        break;
      }
      state.count();
      Tag tag = file.tag(at, context.bigEndian());
      if (tag.equals(ElementHead.ITEM)) {
        items.add(item(at, sequence, context));
      } else if (tag.equals(ElementHead.SEQUENCE_END) && sequence.delimited()) {
        dataSets.moveTo(at + HEAD);
        break;
      } else if (tag.equals(ElementHead.SEQUENCE_END) || tag.equals(ElementHead.ITEM_END)) {
        state.note(
            () -> "The delimiter " + tag + " " + state.at(at) + " is out of place; skipped.");
        dataSets.moveTo(at + HEAD);
      } else if (lacksDelimiter(at, sequence)) {
        if (!sequence.measured()) {
          state.note(() -> "The sequence that ends " + state.at(at) + " lacks its delimiter.");
        }
        break;
      } else {
        state.misplaced("must have an item or the end of a sequence", "has " + tag, at);
      }
    }
  }

  /// Whether the elements behind a sequence without a length go on at `at`, though its delimiter is
  /// missing.
  private boolean lacksDelimiter(long at, Sequence sequence) {
    return sequence.delimited()
        && next.isElement(at, sequence.outerEnd(), sequence.outer(), sequence.tag());
  }

  private DataSet item(long at, Sequence sequence, ParseContext context) throws DicomException {
    long length = file.u32(at + 4, context.bigEndian());
    long start = at + HEAD;
    long end = sequence.end();
    dataSets.moveTo(start);
    if (length == ElementHead.UNDEFINED) {
      return dataSets.item(end, true, inItem(start, end, context));
    }
    long itemEnd = Math.min(end, start + length);
    if (length > end - start) {
      itemEnd = longItem(at, length, sequence);
      if (state.stopped()) {
        return DataSet.empty();
      }
    }
    DataSet item = dataSets.item(itemEnd, false, inItem(start, itemEnd, context));
    if (!state.stopped()) {
      dataSets.moveTo(itemEnd);
    }
    return item;
  }

  /// Where an item ends that is longer than its sequence: where the sequence does if elements go on
  /// there, else where the item does if they go on there.
  private long longItem(long at, long length, Sequence sequence) throws DicomException {
    long end = sequence.end();
    long itemEnd = at + HEAD + length;
    boolean mayDiffer = !sequence.delimited() && state.isWhole() && !state.isTelling();
    boolean shorter = mayDiffer && isFollowed(end, sequence);
    boolean longer = mayDiffer && itemEnd <= sequence.outerEnd() && isFollowed(itemEnd, sequence);
    if (shorter || longer) {
      state.note(() ->
          "The item %s has %d bytes, more than its sequence; the %s counts."
              .formatted(state.at(at), length, shorter ? "sequence" : "item"));
      return shorter ? end : itemEnd;
    }
    if (end < file.size()) {
      state.misplaced(
          "must have items that end inside their sequences",
          "has one of " + length + " bytes where " + (end - at - HEAD) + " are left",
          at);
    } else {
      state.cut("an item", at + HEAD, length);
    }
    return end;
  }

  /// The context inside an item. Sequences of unknown representation should hold implicit elements;
  /// some makers' hold explicit ones, seen by letters that would else be an impossible length.
  private ParseContext inItem(long start, long end, ParseContext context) {
    if (context.encoding().explicit() || end - start < HEAD) {
      return context;
    }
    Vr letters = Vr.of(file.u8(start + 4), file.u8(start + 5));
    boolean fits = file.u32(start + 4, context.bigEndian()) <= end - start - HEAD;
    if (letters == null || fits) {
      return context;
    }
    state.note(() -> "The item " + state.at(start) + " is explicit where it should be implicit.");
    return new ParseContext(
        new Encoding(true, context.bigEndian()), context.depth(), context.signed());
  }
}
