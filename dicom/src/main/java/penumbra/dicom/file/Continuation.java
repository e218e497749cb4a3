package penumbra.dicom.file;

import penumbra.dicom.Dictionary;
import penumbra.dicom.Tag;
import penumbra.dicom.Vr;

/// Decides whether what stands at a position of a data set is an element, and where elements go on
/// if it is none or cannot be read.
final class Continuation {
  private static final int HEAD = 8;

  private final ParseState state;
  private final FileBytes file;
  private final HeadParser heads;
  private final Recovery recovery;

  Continuation(ParseState state) {
    this.state = state;
    this.file = state.file();
    this.heads = new HeadParser(state);
    this.recovery = new Recovery(state);
  }

  /// Whether what stands at `at` is read as an element only for want of anything better: it has no
  /// known representation or tag, and no element follows it.
  boolean isDoubtful(long at, Encoding encoding) {
    return state.isWhole()
        && at + HEAD <= file.size()
        && file.tag(at, encoding.bigEndian()).group() != ElementHead.ITEM.group()
        && heads.isDoubtful(at, file.size(), encoding);
  }

  /// Whether neither a known representation nor a length that fits stands at `at`.
  boolean isNoElement(long at, Encoding encoding) {
    long left = file.size() - at - HEAD;
    long length = file.u32(at + 4, encoding.bigEndian());
    return encoding.explicit()
        ? !Vr.areLetters(file.u8(at + 4), file.u8(at + 5))
        : length > left && length != ElementHead.UNDEFINED;
  }

  /// Where elements go on behind the bytes at `start`, which cannot be read; -1 where that is not
  /// known, or the grey values may depend on what stands there.
  ///
  /// @param lastValue where the value of the element before begins, whose length may be wrong
  /// @param last the tag of the element before
  long find(long start, long lastValue, Tag last, Encoding encoding) {
    boolean headed = start + HEAD <= file.size();
    Tag tag = headed ? file.tag(start, encoding.bigEndian()) : last;
    if (!headed || tag.compareTo(last) <= 0 || !isKnown(start, tag, encoding)) {
      return recovery.find(Math.min(lastValue, start + 1), last, encoding, false);
    }
    if (ParseState.isTelling(tag)) {
      return -1;
    }
    boolean open =
        file.u32(start + 4, encoding.bigEndian()) == ElementHead.UNDEFINED
            || (encoding.explicit()
                && start + 12 <= file.size()
                && file.u32(start + HEAD, encoding.bigEndian()) == ElementHead.UNDEFINED);
    return recovery.find(start + HEAD, tag, encoding, open);
  }

  private boolean isKnown(long at, Tag tag, Encoding encoding) {
    return encoding.explicit()
        ? Vr.of(file.u8(at + 4), file.u8(at + 5)) != null
        : tag.isPrivate() || Dictionary.entry(tag).isPresent();
  }
}
