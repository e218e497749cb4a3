package penumbra.dicom.codec.frame;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import penumbra.core.DType;
import penumbra.core.NdArray;

/// Collects the decoded lines of a frame's components, and interleaves the samples of each pixel.
public final class SampleRows {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final FrameForm form;
  private final MemorySegment data;

  /// Room for all samples of `form`, of one or two bytes each.
  public SampleRows(FrameForm form) {
    this.form = form;
    data = NdArray.allocate(DType.UINT8, form.samples() * form.bytesPerSample());
  }

  /// Stores `line`, from its element 1 on, as the samples of `band` in `row`.
  public void put(int row, int band, int[] line) {
    int stride = form.samplesPerPixel() * form.bytesPerSample();
    MemorySegment target =
        data.asSlice((long) row * form.columns() * stride, (long) form.columns() * stride);
    int offset = band * form.bytesPerSample();
    if (form.bytesPerSample() == 1) {
      for (int x = 0; x < form.columns(); x++) {
        target.set(ValueLayout.JAVA_BYTE, (long) x * stride + offset, (byte) line[x + 1]);
      }
    } else {
      for (int x = 0; x < form.columns(); x++) {
        target.set(SHORT, (long) x * stride + offset, (short) line[x + 1]);
      }
    }
  }

  /// The stored samples, with `bits` significant bits.
  public Samples samples(int bits) {
    return new Samples(
        form.rows(),
        form.columns(),
        form.samplesPerPixel(),
        bits,
        false,
        form.bytesPerSample(),
        data);
  }
}
