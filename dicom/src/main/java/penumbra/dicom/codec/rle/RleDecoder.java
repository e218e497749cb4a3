package penumbra.dicom.codec.rle;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.dicom.DicomException;
import penumbra.dicom.codec.frame.FrameDecoder;
import penumbra.dicom.codec.frame.FrameErrors;
import penumbra.dicom.codec.frame.FrameForm;
import penumbra.dicom.codec.frame.Samples;

/// RLE Lossless: each byte of each sample is a separate plane, packed as runs (PackBits).
///
/// ```
/// Samples samples = new RleDecoder().decode(frame, form);
/// ```
///
/// A frame begins with 16 unsigned 32-bit numbers, little-endian: the number of segments, and the
/// offset of each. The planes of a sample are consecutive, its most significant byte first. Samples
/// use all their allocated bits, because the frame does not say how many are significant.
///
/// See DICOM PS3.5, annex G.
public final class RleDecoder implements FrameDecoder {
  private static final int HEADER = 64;
  private static final int MOST_SEGMENTS = 15;

  /// The largest number of bytes that one coded byte can represent: a run of 128 takes two.
  private static final int BEST_RATIO = 64;

  /// Padding to an even length, of the plane before packing or of the segment.
  private static final int PADDING = 1;

  private static final int NO_OPERATION = 128;

  private final @Nullable IntConsumer missing;

  /// A decoder that refuses segments which end early.
  public RleDecoder() {
    this.missing = null;
  }

  private RleDecoder(IntConsumer missing) {
    this.missing = missing;
  }

  /// A decoder that takes the bytes which segments lack at their end to be 0.
  ///
  /// @param missing is told how many they are, for each such segment
  public static RleDecoder lenient(IntConsumer missing) {
    return new RleDecoder(missing);
  }

  @Override
  public Samples decode(byte[] coded, FrameForm form) throws DicomException {
    boolean mayBePacked = form.bitsStored() == 1 && form.bitsAllocated() == Byte.SIZE;
    try {
      return (mayBePacked ? new RleDecoder() : this).unpackAll(coded, form);
    } catch (DicomException noBytes) {
      if (!mayBePacked || form.samplesPerPixel() > 1) {
        throw noBytes;
      }
      return ofBits(coded, form, noBytes);
    }
  }

  /// Samples of one bit, eight to a byte, the first the lowest.
  private Samples ofBits(byte[] coded, FrameForm form, DicomException noBytes)
      throws DicomException {
    int samples = planeSize(form);
    int size = (samples + 7) / Byte.SIZE;
    byte[] packed = new byte[size + PADDING];
    try {
      checkedCount(coded, form);
      unpack(coded, 0, begin(coded, 0), coded.length, packed, size);
    } catch (DicomException noBits) {
      noBytes.addSuppressed(noBits);
      throw noBytes;
    }
    byte[] data = new byte[samples];
    for (int i = 0; i < samples; i++) {
      data[i] = (byte) ((packed[i >> 3] >> (i & 7)) & 1);
    }
    return new Samples(form.rows(), form.columns(), 1, 1, false, 1, MemorySegment.ofArray(data));
  }

  private Samples unpackAll(byte[] coded, FrameForm form) throws DicomException {
    if (coded.length < HEADER) {
      throw FrameErrors.of(
          "an RLE frame must begin with a header of 64 bytes", "ends at byte " + coded.length);
    }
    int count = checkedCount(coded, form);
    int size = planeSize(form);
    requireLength(coded.length - HEADER, (long) count * size);
    int stride = form.samplesPerPixel() * form.bytesPerSample();
    MemorySegment data = NdArray.allocate(DType.UINT8, (long) size * stride);
    byte[] plane = new byte[size + PADDING];
    for (int segment = 0; segment < count; segment++) {
      unpack(coded, segment, begin(coded, segment), end(coded, segment, count), plane, size);
      int sample = segment / form.bytesPerSample();
      int significance = form.bytesPerSample() - 1 - segment % form.bytesPerSample();
      spread(plane, size, data, sample * form.bytesPerSample() + significance, stride);
    }
    return new Samples(
        form.rows(),
        form.columns(),
        form.samplesPerPixel(),
        form.bitsAllocated(),
        false,
        form.bytesPerSample(),
        data);
  }

  private static int checkedCount(byte[] coded, FrameForm form) throws DicomException {
    if (form.bitsAllocated() % Byte.SIZE != 0) {
      throw FrameErrors.of(
          "an image in RLE must have 8, 16 or 32 bits allocated", "has " + form.bitsAllocated());
    }
    int needed = form.samplesPerPixel() * form.bytesPerSample();
    long count = number(coded, 0);
    if (count != needed || count > MOST_SEGMENTS) {
      throw FrameErrors.of(
          "an RLE frame of "
              + form.samplesPerPixel()
              + " samples per pixel and "
              + form.bitsAllocated()
              + " bits must have "
              + needed
              + " segments",
          "says " + count + " at byte 0");
    }
    return needed;
  }

  private static int planeSize(FrameForm form) throws DicomException {
    long size = (long) form.rows() * form.columns();
    if (size > Integer.MAX_VALUE - 16) {
      throw new DicomException(
          "an RLE frame must have fewer than 2^31 pixels",
          "has " + form.rows() + " x " + form.columns(),
          "cut it into smaller frames");
    }
    return (int) size;
  }

  private static void requireLength(int bytes, long unpacked) throws DicomException {
    if ((long) bytes * BEST_RATIO < unpacked) {
      throw FrameErrors.of(
          "the segments of an RLE frame must unpack to " + unpacked + " bytes",
          "ends at byte " + (HEADER + bytes));
    }
  }

  private static int begin(byte[] coded, int segment) throws DicomException {
    long offset = number(coded, segment + 1);
    if (offset < HEADER || offset > coded.length) {
      throw FrameErrors.of(
          "RLE segment "
              + (segment + 1)
              + " must begin within the frame's "
              + coded.length
              + " bytes, behind its header",
          "is said to begin at byte " + offset);
    }
    return (int) offset;
  }

  /// Segments are in the order of their numbers, so each ends where the next begins.
  private static int end(byte[] coded, int segment, int count) throws DicomException {
    int end = segment + 1 == count ? coded.length : begin(coded, segment + 1);
    if (end < begin(coded, segment)) {
      throw FrameErrors.of(
          "RLE segment " + (segment + 2) + " must begin behind the one before it",
          "is said to begin at byte " + end);
    }
    return end;
  }

  private void unpack(byte[] coded, int segment, int begin, int end, byte[] plane, int size)
      throws DicomException {
    int from = begin;
    int to = 0;
    while (to < size && from < end) {
      int at = from;
      int code = coded[from++] & 0xFF;
      if (code == NO_OPERATION) {
        continue;
      }
      boolean literal = code < NO_OPERATION;
      int length = literal ? code + 1 : 257 - code;
      if (length > plane.length - to) {
        throw FrameErrors.of(
            "RLE segment " + (segment + 1) + " must unpack to " + size + " bytes",
            "goes beyond them with the run at byte " + at);
      }
      int there = Math.min(end - from, literal ? length : 1);
      // What a run lacks at the end of its segment may be padding that was left out.
      if (there < (literal ? length : 1) && to + there < size && missing == null) {
        break;
      }
      if (literal) {
        System.arraycopy(coded, from, plane, to, there);
        to += there;
      } else if (there > 0) {
        Arrays.fill(plane, to, to + length, coded[from]);
        to += length;
      }
      from += there;
    }
    IntConsumer lenient = missing;
    if (to < size && lenient != null) {
      Arrays.fill(plane, to, size, (byte) 0);
      lenient.accept(size - to);
      return;
    }
    requireWhole(segment, to, size, from, end);
  }

  private static void requireWhole(int segment, int unpacked, int size, int from, int end)
      throws DicomException {
    String rule = "RLE segment " + (segment + 1) + " must unpack to " + size + " bytes";
    if (unpacked < size) {
      throw FrameErrors.of(rule, "ends at byte " + end + " of the frame, after " + unpacked);
    }
    // One byte of padding, or two if the plane itself was padded and that byte is coded separately.
    if (end - from > 2 * PADDING) {
      throw FrameErrors.of(rule, "has " + (end - from) + " bytes left at byte " + from);
    }
  }

  private static void spread(byte[] plane, int size, MemorySegment data, int first, int stride) {
    if (data.heapBase().orElse(null) instanceof byte[] bytes) {
      for (int i = 0, at = first; i < size; i++, at += stride) {
        bytes[at] = plane[i];
      }
    } else {
      for (int i = 0; i < size; i++) {
        data.set(ValueLayout.JAVA_BYTE, (long) i * stride + first, plane[i]);
      }
    }
  }

  private static long number(byte[] coded, int index) {
    int at = 4 * index;
    int bits =
        (coded[at] & 0xFF)
            | ((coded[at + 1] & 0xFF) << 8)
            | ((coded[at + 2] & 0xFF) << 16)
            | ((coded[at + 3] & 0xFF) << 24);
    return Integer.toUnsignedLong(bits);
  }
}
