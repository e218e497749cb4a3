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
    MemorySegment frame = form.isPacked() ? unpack(index) : slice(index);
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
        + form.bitsPacked()
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

  /// Samples that take a number of bits, the lowest of a byte first, in bytes or words of their
  /// own; frames follow each other without a gap.
  private MemorySegment unpack(int index) {
    int size = form.bitsPacked();
    int container = Math.max(1, form.bitsAllocated() / Byte.SIZE);
    long samples = form.nativeSamples();
    MemorySegment frame = NdArray.allocate(DType.UINT8, samples * container);
    long first = saturated(samples * size, index);
    long there = Math.clamp((bytes.byteSize() * Byte.SIZE - first) / size, 0, samples);
    long mask = (1L << size) - 1;
    int[] sample = new int[1];
    for (long i = 0; i < there; i++) {
      long bit = first + i * size;
      long last = (bit + size - 1) >> 3;
      long bits = 0;
      for (long at = last; at >= bit >> 3; at--) {
        bits = (bits << Byte.SIZE) | (bytes.get(ValueLayout.JAVA_BYTE, at) & 0xFF);
      }
      sample[0] = (int) ((bits >>> (bit & 7)) & mask);
      SampleRuns.store(sample, frame, container, i, 1);
    }
    return frame;
  }

  private static long saturated(long length, int index) {
    return Math.multiplyHigh(length, index) == 0 && length * index >= 0
        ? length * index
        : Long.MAX_VALUE;
  }
}
