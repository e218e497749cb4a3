package penumbra.dicom.file;

import penumbra.dicom.Tag;
import penumbra.dicom.Tags;

/// Finds where the elements of a data set go on behind bytes that are none.
///
/// It accepts a place only if elements in the order of their tags lead from there to the pixel
/// data, to a sequence that begins with an item, or to the end of the file.
final class Recovery {
  /// As many elements in a row cannot be chance.
  private static final int ENOUGH = 16;

  private static final int FEWEST = 2;
  private static final int HEAD = 8;
  private static final int LONG_HEAD = 12;

  /// A file in which more places than that are damaged is not worth the search.
  private static final int MOST = 16;

  private static final long LONGEST_SEARCH = 1L << 24;

  private final ParseState state;
  private final FileBytes file;
  private final NextElement next;
  private int left = MOST;

  Recovery(ParseState state) {
    this.state = state;
    this.file = state.file();
    this.next = new NextElement(state);
  }

  /// The first place from `from` on where elements with tags above `before` go on; -1 where there
  /// is none.
  ///
  /// @param open whether a sequence without a length is to be left, whose end is a delimiter
  long find(long from, Tag before, Encoding encoding, boolean open) {
    if (left-- <= 0 || !state.isWhole()) {
      return -1;
    }
    long behind = open ? search(from, before, encoding, true) : -1;
    return behind >= 0 ? behind : search(from, before, encoding, false);
  }

  private long search(long from, Tag before, Encoding encoding, boolean behindDelimiter) {
    long last = Math.min(file.size() - HEAD, from + LONGEST_SEARCH);
    for (long at = from; at <= last; at++) {
      boolean candidate = !behindDelimiter || isBehindDelimiter(at, encoding);
      if (candidate && leads(at, before, encoding)) {
        return at;
      }
    }
    return -1;
  }

  private boolean isBehindDelimiter(long at, Encoding encoding) {
    boolean big = encoding.bigEndian();
    return at >= HEAD
        && file.u32(at - 4, big) == 0
        && file.tag(at - HEAD, big).equals(ElementHead.SEQUENCE_END);
  }

  /// Whether elements with rising tags above `before` lead from there to the pixel data, to a
  /// sequence, to the end of the file, or on and on.
  boolean leads(long from, Tag before, Encoding encoding) {
    long at = from;
    Tag last = before;
    for (int hops = 0; hops < ENOUGH; hops++) {
      if (at == file.size()) {
        return hops >= FEWEST;
      }
      if (!next.isElement(at, file.size(), encoding, last)) {
        return false;
      }
      last = file.tag(at, encoding.bigEndian());
      long end = next.valueEnd(at, file.size(), encoding);
      if (last.equals(Tags.PIXEL_DATA)) {
        return true;
      }
      if (end == 0) {
        return beginsWithItem(at + (encoding.explicit() ? LONG_HEAD : HEAD), encoding);
      }
      at = end;
    }
    return true;
  }

  private boolean beginsWithItem(long at, Encoding encoding) {
    return at + HEAD <= file.size() && next.isDelimiter(at, encoding);
  }
}
