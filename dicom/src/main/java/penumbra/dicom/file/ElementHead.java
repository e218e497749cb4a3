package penumbra.dicom.file;

import penumbra.dicom.Tag;
import penumbra.dicom.Vr;

/// The part of an element before its value.
///
/// @param tag the element's number
/// @param vr as the file says or, where it does not, as the dictionary does
/// @param length the value's bytes, or [#UNDEFINED]
/// @param start where the element begins
/// @param valueAt where the value begins
record ElementHead(Tag tag, Vr vr, long length, long start, long valueAt) {
  static final long UNDEFINED = 0xFFFFFFFFL;

  static final Tag ITEM = Tag.of(0xFFFE, 0xE000);
  static final Tag ITEM_END = Tag.of(0xFFFE, 0xE00D);
  static final Tag SEQUENCE_END = Tag.of(0xFFFE, 0xE0DD);

  boolean isUndefined() {
    return length == UNDEFINED;
  }

  ElementHead withLength(long other) {
    return new ElementHead(tag, vr, other, start, valueAt);
  }
}
