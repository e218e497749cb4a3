package penumbra.dicom.file;

import penumbra.dicom.Dictionary;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.Vr;

/// Judges whether an element stands at a position, from its own bytes alone. So the parser tells a
/// length that leads on from one that leads astray.
final class NextElement {
  static final Tag LOWEST = Tag.of(0, 0);

  private static final int HEAD = 8;
  private static final int LONG_HEAD = 12;
  private static final int DELIMITERS = 0xFFFE;
  private static final int MOST_HOPS = 256;

  private final ParseState state;
  private final FileBytes file;

  NextElement(ParseState state) {
    this.state = state;
    this.file = state.file();
  }

  /// Whether elements may go on or end at `at`: an element, an item or a delimiter stands there, or
  /// `end` is there. What has not been read yet may be anything.
  boolean mayFollow(long at, long end, Encoding encoding) {
    if (at == end || isUnread(at)) {
      return true;
    }
    return at + HEAD <= end && (isDelimiter(at, encoding) || isElement(at, end, encoding, LOWEST));
  }

  /// Whether the reader has only the beginning of the file, and `at` lies behind it.
  boolean isUnread(long at) {
    return !state.isWhole() && at + LONG_HEAD > file.size();
  }

  /// Whether an item or a delimiter of an item or a sequence stands at `at`.
  boolean isDelimiter(long at, Encoding encoding) {
    Tag tag = file.tag(at, encoding.bigEndian());
    return tag.equals(ElementHead.ITEM)
        || ((tag.equals(ElementHead.ITEM_END) || tag.equals(ElementHead.SEQUENCE_END))
            && file.u32(at + 4, encoding.bigEndian()) == 0);
  }

  /// Whether an element with a tag above `before` stands at `at`, whose value ends before `end`.
  boolean isElement(long at, long end, Encoding encoding, Tag before) {
    if (at + HEAD > end) {
      return false;
    }
    Tag tag = file.tag(at, encoding.bigEndian());
    if (tag.group() == 0 || tag.group() == DELIMITERS || tag.compareTo(before) <= 0) {
      return false;
    }
    return valueEnd(at, end, encoding) >= 0;
  }

  /// Whether elements with rising tags above `before`, or none, lead from `at` to the delimiter of
  /// an item, or to `end`.
  boolean leadsToItemEnd(long at, long end, Encoding encoding, Tag before) {
    long position = at;
    Tag last = before;
    for (int hops = 0; hops < MOST_HOPS && position + HEAD <= end; hops++) {
      if (file.tag(position, encoding.bigEndian()).equals(ElementHead.ITEM_END)) {
        return true;
      }
      if (!isElement(position, end, encoding, last)) {
        return false;
      }
      last = file.tag(position, encoding.bigEndian());
      position = valueEnd(position, end, encoding);
      if (position == 0) {
        return true;
      }
    }
    return position == end;
  }

  /// Where the value of the element at `at` ends: behind it, or 0 for one of undefined length; -1
  /// where no element is.
  long valueEnd(long at, long end, Encoding encoding) {
    boolean big = encoding.bigEndian();
    Tag tag = file.tag(at, big);
    if (!encoding.explicit()) {
      boolean known = tag.isPrivate() || tag.element() == 0 || Dictionary.entry(tag).isPresent();
      Vr vr = ImplicitVr.of(tag, false);
      return known ? end(tag, vr, at + HEAD, file.u32(at + 4, big), end) : -1;
    }
    Vr vr = Vr.of(file.u8(at + 4), file.u8(at + 5));
    if (vr == null) {
      return -1;
    }
    if (!vr.isLong()) {
      return end(tag, vr, at + HEAD, file.u16(at + 6, big), end);
    }
    return at + LONG_HEAD <= end && file.u16(at + 6, big) == 0
        ? end(tag, vr, at + LONG_HEAD, file.u32(at + HEAD, big), end)
        : -1;
  }

  private static long end(Tag tag, Vr vr, long valueAt, long length, long end) {
    if (length == ElementHead.UNDEFINED) {
      boolean open = vr == Vr.SQ || vr == Vr.UN || vr == Vr.OB || vr == Vr.OW;
      return open ? 0 : -1;
    }
    if (length > end - valueAt) {
      // Pixel data that the file's end cuts off is recognised all the same.
      return tag.equals(Tags.PIXEL_DATA) ? end : -1;
    }
    return valueAt + length;
  }
}
