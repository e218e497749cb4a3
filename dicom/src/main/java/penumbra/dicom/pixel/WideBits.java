package penumbra.dicom.pixel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.dicom.DicomException;

/// Extracts the significant bits of samples of 64 bits, as [StoredBits] does of smaller ones.
///
/// @param bitsStored how many bits count
/// @param highBit the number of the highest of them
/// @param signed whether they are two's complement
record WideBits(int bitsStored, int highBit, boolean signed) {
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// The values, `INT64`.
  NdArray apply(MemorySegment source, PixelForm form, List<String> steps) throws DicomException {
    MemorySegment target = NdArray.allocate(DType.INT64, source.byteSize() / Long.BYTES);
    boolean changed = false;
    for (long at = 0; at < source.byteSize(); at += Long.BYTES) {
      long raw = source.get(LONG, at);
      long top = raw << (63 - highBit);
      long value = signed ? top >> (64 - bitsStored) : top >>> (64 - bitsStored);
      if (!signed && value < 0) {
        throw new DicomException(
            "must have samples below 2^63",
            "has " + Long.toUnsignedString(value),
            "convert it with another tool first");
      }
      changed |= value != raw;
      target.set(LONG, at, value);
    }
    if (changed) {
      steps.add("Took the " + bitsStored + " bits that count, up to bit " + highBit + ".");
    }
    return NdArray.of(DType.INT64, target, form.rows(), form.columns());
  }
}
