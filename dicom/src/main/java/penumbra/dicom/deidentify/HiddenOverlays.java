package penumbra.dicom.deidentify;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.Value.Bytes;

/// Overlays of the older kind, stored in unused bits of the pixel data.
final class HiddenOverlays {
  private static final int FIRST = 0x6000;
  private static final int LAST = 0x601E;
  private static final int BIT_POSITION = 0x0102;
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private HiddenOverlays() {}

  /// The data set with those bits cleared, or itself if it has no such overlay.
  static DataSet wiped(DataSet data) throws DicomException {
    if (!hasHidden(data)
        || data.integer(Tags.BITS_ALLOCATED).orElse(0) != Short.SIZE
        || data.bytes(Tags.PIXEL_DATA).isEmpty()) {
      return data;
    }
    int bits = data.integer(Tags.BITS_STORED).orElse(Short.SIZE);
    int high = data.integer(Tags.HIGH_BIT).orElse(bits - 1);
    int low = high - bits + 1;
    if (bits < 1 || low < 0 || high >= Short.SIZE) {
      throw new DicomException(
          "must have its stored bits within 16",
          "has " + bits + " up to bit " + high,
          "ask its maker to correct it");
    }
    int mask = ((1 << bits) - 1) << low;
    Element pixels = data.element(Tags.PIXEL_DATA).orElseThrow();
    MemorySegment source = data.bytes(Tags.PIXEL_DATA).orElseThrow();
    MemorySegment target = NdArray.allocate(DType.UINT8, source.byteSize());
    target.copyFrom(source);
    for (long at = 0; at + 1 < target.byteSize(); at += Short.BYTES) {
      target.set(SHORT, at, (short) (target.get(SHORT, at) & mask));
    }
    return data.with(new Element(pixels.tag(), pixels.vr(), new Bytes(target)));
  }

  private static boolean hasHidden(DataSet data) throws DicomException {
    for (int group = FIRST; group <= LAST; group += 2) {
      if (data.integer(Tag.of(group, BIT_POSITION)).orElse(0) != 0) {
        return true;
      }
    }
    return false;
  }
}
