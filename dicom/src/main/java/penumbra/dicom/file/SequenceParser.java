package penumbra.dicom.file;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.Value.Fragments;
import penumbra.dicom.Value.Items;
import penumbra.dicom.Vr;

/// Reads the items of sequences and the fragments of compressed pixel data.
final class SequenceParser {
  private static final int HEAD = 8;

  private final ParseState state;
  private final FileBytes file;
  private final DataSetParser dataSets;

  SequenceParser(ParseState state, DataSetParser dataSets) {
    this.state = state;
    this.file = state.file();
    this.dataSets = dataSets;
  }

  /// Reads a value of undefined length: fragments if bytes are expected, else items.
  @Nullable Element undefined(ElementHead head, long end, ParseContext context)
      throws DicomException {
    boolean bytes = head.vr() == Vr.OB || head.vr() == Vr.OW;
    if (bytes || head.tag().equals(Tags.PIXEL_DATA)) {
      Vr vr = bytes && context.encoding().explicit() ? head.vr() : Vr.OB;
      return new Element(head.tag(), vr, fragments(end, context));
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
    List<DataSet> items = items(end, true, context.inside(encoding));
    return new Element(head.tag(), Vr.SQ, new Items(items));
  }

  /// Whether the value begins like a sequence.
  boolean beginsWithItem(ElementHead head, boolean bigEndian) {
    return head.length() == 0
        || (head.length() >= HEAD
            && (head.valueAt() + HEAD > file.size()
                || file.tag(head.valueAt(), bigEndian).equals(ElementHead.ITEM)));
  }

  /// Reads items up to `end` or, if they are `delimited`, their delimiter.
  List<DataSet> items(long end, boolean delimited, ParseContext context) throws DicomException {
    state.checkDepth(context, dataSets.position());
    List<DataSet> items = new ArrayList<>();
    while (!state.stopped()) {
      long at = dataSets.position();
      if (at >= end && !delimited) {
        break;
      }
      if (end - at < HEAD) {
        state.truncated("a sequence", at, HEAD);
        break;
      }
      state.count();
      Tag tag = file.tag(at, context.bigEndian());
      if (tag.equals(ElementHead.ITEM)) {
        items.add(item(at, end, context));
      } else if (tag.equals(ElementHead.SEQUENCE_END) && delimited) {
        dataSets.moveTo(at + HEAD);
        break;
      } else if (tag.equals(ElementHead.SEQUENCE_END) || tag.equals(ElementHead.ITEM_END)) {
        state.note(
            () -> "The delimiter " + tag + " " + state.at(at) + " is out of place; skipped.");
        dataSets.moveTo(at + HEAD);
      } else {
        state.misplaced("must have an item or the end of a sequence", "has " + tag, at);
      }
    }
    return items;
  }

  private DataSet item(long at, long end, ParseContext context) throws DicomException {
    long length = file.u32(at + 4, context.bigEndian());
    long start = at + HEAD;
    dataSets.moveTo(start);
    if (length == ElementHead.UNDEFINED) {
      return dataSets.item(end, true, inItem(start, end, context));
    }
    if (length > end - start) {
      if (end < file.size()) {
        state.misplaced(
            "must have items that end inside their sequences",
            "has one of " + length + " bytes where " + (end - start) + " are left",
            at);
        return DataSet.empty();
      }
      state.cut("an item", start, length);
    }
    long itemEnd = Math.min(end, start + length);
    DataSet item = dataSets.item(itemEnd, false, inItem(start, itemEnd, context));
    if (!state.stopped()) {
      dataSets.moveTo(itemEnd);
    }
    return item;
  }

  /// The context inside an item. Sequences of unknown representation should hold implicit elements,
  /// but those of some vendors hold explicit ones. The parser recognises these by letters that
  /// would otherwise be an impossible length.
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

  private Fragments fragments(long end, ParseContext context) throws DicomException {
    List<MemorySegment> fragments = new ArrayList<>();
    while (!state.stopped()) {
      long at = dataSets.position();
      if (end - at < HEAD) {
        state.truncated("coded pixel data", at, HEAD);
        break;
      }
      state.count();
      Tag tag = file.tag(at, context.bigEndian());
      long length = file.u32(at + 4, context.bigEndian());
      long left = end - at - HEAD;
      if (tag.equals(ElementHead.SEQUENCE_END)) {
        dataSets.moveTo(at + HEAD);
        break;
      }
      if (!tag.equals(ElementHead.ITEM)) {
        state.misplaced("must have a fragment or the end of pixel data", "has " + tag, at);
        break;
      }
      if (length > left) {
        state.truncated("a fragment of pixel data", at + HEAD, length);
      } else if ((length & 1) == 1) {
        state.note(() -> "The fragment " + state.at(at) + " has an odd length, " + length + ".");
      }
      fragments.add(file.slice(at + HEAD, Math.min(length, left)));
      dataSets.moveTo(at + HEAD + Math.min(length, left));
    }
    return fragments.isEmpty()
        ? new Fragments(MemorySegment.ofArray(new byte[0]), fragments)
        : new Fragments(fragments.getFirst(), fragments.subList(1, fragments.size()));
  }
}
