package penumbra.dicom.file;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import penumbra.dicom.Dictionary;
import penumbra.dicom.Tag;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Vr;

/// Recognises the encoding of a data set from its first element.
final class EncodingGuess {
  private static final int HEAD = 8;
  private static final int LAST_COMMON_GROUP = 0xFF;
  private static final long LONGEST_FIRST_VALUE = 1 << 16;

  private EncodingGuess() {}

  /// The encoding of the data set at `at`, if the element there is in the dictionary and objects
  /// can begin with it.
  static Optional<Encoding> of(FileBytes file, long at) {
    if (at + HEAD > file.size()) {
      return Optional.empty();
    }
    // Objects begin with small group numbers, so the byte that is not zero shows the byte order.
    boolean big = file.u8(at) == 0 && file.u8(at + 1) != 0;
    Tag tag = file.tag(at, big);
    if (tag.group() == 0 || tag.group() > LAST_COMMON_GROUP || !isKnown(tag)) {
      return Optional.empty();
    }
    if (Vr.of(file.u8(at + 4), file.u8(at + 5)) != null) {
      return Optional.of(new Encoding(true, big));
    }
    long length = file.u32(at + 4, big);
    boolean plausible = length <= LONGEST_FIRST_VALUE || length == ElementHead.UNDEFINED;
    return plausible && isFollowed(file, at + HEAD + length, tag, big)
        ? Optional.of(new Encoding(false, big))
        : Optional.empty();
  }

  /// The encoding after which the elements at `at` lead on, if they do not do so after the named
  /// one. So a data set can begin with an element that nobody knows.
  static Optional<Encoding> leading(ParseState state, long at, @Nullable TransferSyntax named) {
    Recovery walk = new Recovery(state);
    if (named != null && walk.leads(at, NextElement.LOWEST, Encoding.of(named))) {
      return Optional.empty();
    }
    for (Encoding encoding :
        List.of(Encoding.EXPLICIT, Encoding.IMPLICIT, new Encoding(true, true))) {
      if (state.isWhole() && walk.leads(at, NextElement.LOWEST, encoding)) {
        return Optional.of(encoding);
      }
    }
    return Optional.empty();
  }

  private static boolean isKnown(Tag tag) {
    return tag.element() == 0 || Dictionary.entry(tag).isPresent();
  }

  /// Whether the next element, if it can be read, has a greater tag of a common group.
  private static boolean isFollowed(FileBytes file, long next, Tag tag, boolean big) {
    if (next + HEAD > file.size()) {
      return true;
    }
    Tag following = file.tag(next, big);
    return following.compareTo(tag) > 0 && following.group() <= LAST_COMMON_GROUP;
  }
}
