package penumbra.dicom.codec.jpeg;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.dicom.codec.frame.FrameForm;
import penumbra.dicom.codec.frame.Samples;

/// The output for the samples of a frame, one row of one component at a time.
final class JpegOutput {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final JpegFrame frame;
  private final int bands;
  private final int bytes;
  private final MemorySegment data;

  JpegOutput(JpegFrame frame, FrameForm form) {
    this.frame = frame;
    this.bands = frame.components().size();
    this.bytes = form.bytesPerSample();
    this.data = NdArray.allocate(DType.UINT8, form.samples() * bytes);
  }

  /// Stores a row of one component. `line` holds its values times two to the power of `shift`.
  void row(int y, int band, int[] line, int shift) {
    int width = frame.width();
    long step = (long) bands * bytes;
    long at = ((long) y * width * bands + band) * bytes;
    switch (bytes) {
      case 1 -> {
        for (int x = 0; x < width; x++) {
          data.set(ValueLayout.JAVA_BYTE, at + x * step, (byte) (line[x] << shift));
        }
      }
      case 2 -> {
        for (int x = 0; x < width; x++) {
          data.set(SHORT, at + x * step, (short) (line[x] << shift));
        }
      }
      default -> {
        for (int x = 0; x < width; x++) {
          data.set(INT, at + x * step, line[x] << shift);
        }
      }
    }
  }

  Samples samples() {
    return new Samples(frame.height(), frame.width(), bands, frame.precision(), false, bytes, data);
  }
}
