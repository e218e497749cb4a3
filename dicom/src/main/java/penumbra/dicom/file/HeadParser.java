package penumbra.dicom.file;

import org.jspecify.annotations.Nullable;
import penumbra.dicom.DicomException;
import penumbra.dicom.Tag;
import penumbra.dicom.Vr;

/// Reads the part before a value: tag, value representation and length.
final class HeadParser {
  private static final int SHORT_FORM = 8;
  private static final int LONG_FORM = 12;

  private final ParseState state;
  private final FileBytes file;

  HeadParser(ParseState state) {
    this.state = state;
    this.file = state.file();
  }

  /// The head at `at`, which has 8 bytes before `end`; empty if the file ends inside it and the
  /// reader is lenient.
  @Nullable ElementHead read(long at, long end, ParseContext context) throws DicomException {
    boolean big = context.bigEndian();
    Tag tag = file.tag(at, big);
    if (!context.encoding().explicit()) {
      Vr vr = ImplicitVr.of(tag, context.signed());
      return new ElementHead(tag, vr, file.u32(at + 4, big), at, at + SHORT_FORM);
    }
    int first = file.u8(at + 4);
    int second = file.u8(at + 5);
    Vr vr = Vr.of(first, second);
    if (vr == null && !Vr.areLetters(first, second)) {
      return illegal(tag, at, end, context);
    }
    if (vr == null) {
      state.note(() ->
          "%s %s has the unknown value representation %c%c; taken as bytes."
              .formatted(tag, state.at(at), first, second));
      vr = Vr.UN;
    }
    if (!vr.isLong()) {
      return new ElementHead(tag, vr, file.u16(at + 6, big), at, at + SHORT_FORM);
    }
    if (at + LONG_FORM > end) {
      state.truncated(tag + "'s length", at, LONG_FORM);
      return null;
    }
    return new ElementHead(tag, vr, file.u32(at + SHORT_FORM, big), at, at + LONG_FORM);
  }

  /// An element without valid letters for its representation. Some vendors write spaces or `??`
  /// before a two-byte length, or implicit elements among explicit ones. The parser uses the
  /// interpretation after which a valid element follows.
  private ElementHead illegal(Tag tag, long at, long end, ParseContext context) {
    Vr vr = ImplicitVr.of(tag, context.signed());
    boolean big = context.bigEndian();
    ElementHead brief = new ElementHead(tag, vr, file.u16(at + 6, big), at, at + SHORT_FORM);
    ElementHead implicit = new ElementHead(tag, vr, file.u32(at + 4, big), at, at + SHORT_FORM);
    boolean printed = file.u8(at + 4) >= ' ' && file.u8(at + 5) >= ' ';
    ElementHead likely = printed ? brief : implicit;
    ElementHead other = printed ? implicit : brief;
    ElementHead chosen =
        !isFollowed(likely, end, big) && isFollowed(other, end, big) ? other : likely;
    state.note(() ->
        "%s %s names no value representation; read with a length of %s bytes as %s."
            .formatted(tag, state.at(at), chosen.equals(brief) ? "two" : "four", vr));
    return chosen;
  }

  private boolean isFollowed(ElementHead head, long end, boolean bigEndian) {
    if (head.isUndefined()) {
      return true;
    }
    long next = head.valueAt() + head.length();
    return next == end
        || (next + SHORT_FORM <= end && file.tag(next, bigEndian).compareTo(head.tag()) > 0);
  }
}
