package penumbra.dicom.file;

import penumbra.dicom.Tag;
import penumbra.dicom.Vr;

/// The part of an element before its value.
///
/// @param tag the element's number
/// @param vr as in the file or, if it names none, in the dictionary
/// @param length the number of bytes of the value, or [#UNDEFINED]
/// @param start the offset of the element
/// @param valueAt the offset of the value
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
