package penumbra.dicom.pixel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.util.List;
import penumbra.core.DType;
import penumbra.core.Failure;
import penumbra.core.NdArray;
import penumbra.dicom.DicomException;

/// The frames of uncompressed pixel data, one behind the other.
///
/// @param bytes the value of the element
/// @param form what the data set says of it
/// @param lenient whether bytes that are missing at the end are taken to be 0
record NativeFrames(MemorySegment bytes, PixelForm form, boolean lenient) {
  /// The samples of one frame, little-endian and not moved; those of one bit each in a byte.
  MemorySegment frame(int index, List<String> steps) throws DicomException {
    long bits = form.nativeBits();
    long whole = bytes.byteSize() * 8 / bits;
    if (whole < form.frames() && !lenient) {
      throw new DicomException(
          Failure.Kind.DAMAGED,
          "must have " + needed() + " bytes of pixel data for " + describe(),
          "has " + bytes.byteSize(),
          "copy it again from its source, or read what is there leniently");
    }
    tellSurplus(whole, steps);
    MemorySegment frame = form.bitsAllocated() == 1 ? unpack(index) : slice(index);
    tellMissing(index, steps);
    return frame;
  }

  private BigInteger needed() {
    return BigInteger.valueOf(form.nativeBits())
        .multiply(BigInteger.valueOf(form.frames()))
        .add(BigInteger.valueOf(7))
        .shiftRight(3);
  }

  private String describe() {
    return form.frames()
        + (form.frames() == 1 ? " frame of " : " frames of ")
        + form.rows()
        + " x "
        + form.columns()
        + " with "
        + form.photometric().samples()
        + (form.photometric().samples() == 1 ? " sample of " : " samples of ")
        + form.bitsAllocated()
        + " bits";
  }

  private void tellSurplus(long whole, List<String> steps) {
    if (whole < form.frames()) {
      return;
    }
    long used = needed().longValueExact();
    long rest = bytes.byteSize() - used;
    if (rest > (used & 1)) {
      steps.add("Left out " + rest + " bytes behind the last frame.");
    }
  }

  private void tellMissing(int index, List<String> steps) {
    long missing = 0;
    BigInteger end =
        BigInteger.valueOf(form.nativeBits())
            .multiply(BigInteger.valueOf(index + 1L))
            .add(BigInteger.valueOf(7))
            .shiftRight(3);
    BigInteger lacking = end.subtract(BigInteger.valueOf(bytes.byteSize()));
    if (lacking.signum() > 0) {
      missing = lacking.min(BigInteger.valueOf((form.nativeBits() + 7) / 8)).longValueExact();
    }
    if (missing > 0) {
      steps.add(
          "Took " + missing + " bytes that are missing at the end of the pixel data to be 0.");
    }
  }

  private MemorySegment slice(int index) {
    long length = form.nativeBits() / 8;
    long start = Math.min(saturated(length, index), bytes.byteSize());
    if (bytes.byteSize() - start >= length) {
      return bytes.asSlice(start, length);
    }
    MemorySegment frame = NdArray.allocate(DType.UINT8, length);
    MemorySegment.copy(bytes, start, frame, 0, bytes.byteSize() - start);
    return frame;
  }

  /// One bit a sample, the lowest of a byte first; frames follow each other without a gap.
  private MemorySegment unpack(int index) {
    long samples = form.nativeSamples();
    MemorySegment frame = NdArray.allocate(DType.UINT8, samples);
    long first = saturated(samples, index);
    long last = Math.min(samples, Math.max(0, bytes.byteSize() * 8 - first));
    for (long i = 0; i < last; i++) {
      int at = bytes.get(ValueLayout.JAVA_BYTE, (first + i) >> 3);
      frame.set(ValueLayout.JAVA_BYTE, i, (byte) ((at >> ((first + i) & 7)) & 1));
    }
    return frame;
  }

  private static long saturated(long length, int index) {
    return Math.multiplyHigh(length, index) == 0 && length * index >= 0
        ? length * index
        : Long.MAX_VALUE;
  }
}
