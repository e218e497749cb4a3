package penumbra.dicom.file;

import org.jspecify.annotations.Nullable;
import penumbra.dicom.DicomException;
import penumbra.dicom.Tag;
import penumbra.dicom.Vr;

/// Reads the part before a value: tag, value representation and length.
///
/// Some writers give a length of two bytes where four belong, or the reverse, or leave the letters
/// of the representation out, or write them where none belong. If no element follows after the
/// proper form, the form after which one follows is used.
final class HeadParser {
  private static final int SHORT_FORM = 8;
  private static final int LONG_FORM = 12;

  private final ParseState state;
  private final FileBytes file;
  private final NextElement next;

  HeadParser(ParseState state) {
    this.state = state;
    this.file = state.file();
    this.next = new NextElement(state);
  }

  /// The head at `at`, which has 8 bytes before `end`; empty if the file ends inside it and the
  /// reader is lenient.
  @Nullable ElementHead read(long at, long end, ParseContext context) throws DicomException {
    Encoding encoding = context.encoding();
    Tag tag = file.tag(at, encoding.bigEndian());
    int first = file.u8(at + 4);
    int second = file.u8(at + 5);
    if (!encoding.explicit()) {
      ElementHead plain = implicit(tag, at, context);
      return fits(plain, end) ? plain : named(plain, Vr.of(first, second), end, encoding);
    }
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
    if (vr.isLong() && at + LONG_FORM > end) {
      state.truncated(tag + "'s length", at, LONG_FORM);
      return null;
    }
    ElementHead proper =
        vr.isLong() ? longForm(tag, vr, at, encoding) : shortForm(tag, vr, at, encoding);
    if (leadsOn(proper, end, encoding) || at + LONG_FORM > end) {
      return proper;
    }
    ElementHead other =
        vr.isLong() ? shortForm(tag, vr, at, encoding) : longForm(tag, vr, at, encoding);
    return instead(proper, other, end, encoding);
  }

  /// Whether what stands at `at`, with 8 bytes before `end`, could be read as an element, but has
  /// no known representation or tag, and leads to no element.
  boolean isDoubtful(long at, long end, Encoding encoding) {
    if (next.isElement(at, end, encoding, NextElement.LOWEST)) {
      return false;
    }
    Tag tag = file.tag(at, encoding.bigEndian());
    ElementHead implicit =
        new ElementHead(tag, Vr.UN, file.u32(at + 4, encoding.bigEndian()), at, at + SHORT_FORM);
    if (!encoding.explicit()) {
      return fits(implicit, end) && !leadsOn(implicit, end, encoding);
    }
    if (Vr.of(file.u8(at + 4), file.u8(at + 5)) != null) {
      return false;
    }
    ElementHead brief = shortForm(tag, Vr.UN, at, encoding);
    boolean wide =
        at + LONG_FORM <= end && leadsOn(longForm(tag, Vr.UN, at, encoding), end, encoding);
    return !wide
        && !isBeforeGreater(brief, end, encoding)
        && !isBeforeGreater(implicit, end, encoding);
  }

  private ElementHead implicit(Tag tag, long at, ParseContext context) {
    Vr vr = ImplicitVr.of(tag, context.signed());
    return new ElementHead(tag, vr, file.u32(at + 4, context.bigEndian()), at, at + SHORT_FORM);
  }

  private ElementHead shortForm(Tag tag, Vr vr, long at, Encoding encoding) {
    return new ElementHead(tag, vr, file.u16(at + 6, encoding.bigEndian()), at, at + SHORT_FORM);
  }

  private ElementHead longForm(Tag tag, Vr vr, long at, Encoding encoding) {
    return new ElementHead(
        tag, vr, file.u32(at + SHORT_FORM, encoding.bigEndian()), at, at + LONG_FORM);
  }

  private static boolean fits(ElementHead head, long end) {
    return head.isUndefined() || head.length() <= end - head.valueAt();
  }

  /// Whether elements may go on behind the value.
  private boolean leadsOn(ElementHead head, long end, Encoding encoding) {
    if (head.isUndefined()) {
      return true;
    }
    if (!fits(head, end)) {
      return next.isUnread(head.valueAt() + head.length());
    }
    return next.mayFollow(head.valueAt() + head.length(), end, encoding);
  }

  /// Whether the next element stands behind the value, or the value ends where it should.
  private boolean isFollowed(ElementHead head, long end, Encoding encoding) {
    long after = head.valueAt() + head.length();
    return !head.isUndefined()
        && fits(head, end)
        && (after == end || next.isElement(after, end, encoding, head.tag()));
  }

  private ElementHead instead(ElementHead proper, ElementHead other, long end, Encoding encoding) {
    if (!isFollowed(other, end, encoding)) {
      return proper;
    }
    state.note(() ->
        "%s %s has a length of %s bytes, though its representation is %s."
            .formatted(
                proper.tag(),
                state.at(proper.start()),
                proper.vr().isLong() ? "two" : "four",
                proper.vr()));
    return other;
  }

  /// An element that names its representation where none should stand, so that its letters would be
  /// an impossible length.
  private ElementHead named(ElementHead plain, @Nullable Vr vr, long end, Encoding encoding) {
    if (vr == null || plain.start() + LONG_FORM > end) {
      return plain;
    }
    var explicit = new Encoding(true, encoding.bigEndian());
    ElementHead head =
        vr.isLong()
            ? longForm(plain.tag(), vr, plain.start(), explicit)
            : shortForm(plain.tag(), vr, plain.start(), explicit);
    boolean sound =
        head.isUndefined() || isFollowed(head, end, explicit) || isFollowed(head, end, encoding);
    if (!sound) {
      return plain;
    }
    state.note(() ->
        "%s %s names its value representation, %s, where elements are implicit."
            .formatted(head.tag(), state.at(head.start()), head.vr()));
    return head;
  }

  /// An element without the letters of its representation. Some vendors write spaces or `??` before
  /// a length of two bytes, or implicit elements among explicit ones.
  private ElementHead illegal(Tag tag, long at, long end, ParseContext context) {
    Encoding encoding = context.encoding();
    ElementHead implicit = implicit(tag, at, context);
    ElementHead brief = shortForm(tag, implicit.vr(), at, encoding);
    boolean printed = file.u8(at + 4) >= ' ' && file.u8(at + 5) >= ' ';
    ElementHead likely = printed ? brief : implicit;
    ElementHead other = printed ? implicit : brief;
    ElementHead chosen = likely;
    if (!isBeforeGreater(likely, end, encoding)) {
      chosen = isBeforeGreater(other, end, encoding) ? other : wide(likely, at, end, encoding);
    }
    String bytes = chosen.equals(brief) ? "two" : "four";
    Vr vr = chosen.vr();
    state.note(() ->
        "%s %s names no value representation; read with a length of %s bytes as %s."
            .formatted(tag, state.at(at), bytes, vr));
    return chosen;
  }

  /// The form with two reserved bytes, if an element follows it.
  private ElementHead wide(ElementHead likely, long at, long end, Encoding encoding) {
    if (at + LONG_FORM > end) {
      return likely;
    }
    ElementHead wide = longForm(likely.tag(), likely.vr(), at, encoding);
    return isFollowed(wide, end, encoding) ? wide : likely;
  }

  private boolean isBeforeGreater(ElementHead head, long end, Encoding encoding) {
    if (head.isUndefined()) {
      return true;
    }
    long after = head.valueAt() + head.length();
    return after == end
        || (after + SHORT_FORM <= end
            && file.tag(after, encoding.bigEndian()).compareTo(head.tag()) > 0);
  }
}
