package penumbra.io.tiff;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import penumbra.io.pixel.ByteSwap;
import penumbra.io.pixel.LittleEndian;

/// Applies and reverses TIFF's predictors, which make rows compress better. Rows are converted to
/// little-endian at the same time, the order of arrays.
final class TiffPredictor {
  static final int NONE = 1;
  static final int HORIZONTAL = 2;
  static final int FLOATING_POINT = 3;

  private TiffPredictor() {}

  /// Reverses the prediction of `row`, whose samples have `bytes` bytes in `order`, `stride` of
  /// them per pixel; the result is little-endian.
  static void undo(byte[] row, int predictor, int bytes, int stride, ByteOrder order) {
    if (predictor == FLOATING_POINT) {
      gather(row, bytes, stride);
      return;
    }
    if (order == ByteOrder.BIG_ENDIAN) {
      ByteSwap.swap(row, row.length, bytes);
    }
    if (predictor == HORIZONTAL) {
      add(MemorySegment.ofArray(row), bytes, stride);
    }
  }

  private static void add(MemorySegment row, int bytes, int stride) {
    long step = (long) stride * bytes;
    for (long at = step; at + bytes <= row.byteSize(); at += bytes) {
      switch (bytes) {
        case 1 -> {
          int sum = row.get(ValueLayout.JAVA_BYTE, at) + row.get(ValueLayout.JAVA_BYTE, at - step);
          row.set(ValueLayout.JAVA_BYTE, at, (byte) sum);
        }
        case 2 -> {
          int sum = row.get(LittleEndian.SHORT, at) + row.get(LittleEndian.SHORT, at - step);
          row.set(LittleEndian.SHORT, at, (short) sum);
        }
        case 4 ->
            row.set(
                LittleEndian.INT,
                at,
                row.get(LittleEndian.INT, at) + row.get(LittleEndian.INT, at - step));
        default ->
            row.set(
                LittleEndian.LONG,
                at,
                row.get(LittleEndian.LONG, at) + row.get(LittleEndian.LONG, at - step));
      }
    }
  }

  /// Replaces each sample by its difference from the previous pixel, starting at the end.
  static void difference(byte[] row, int bytes, int stride) {
    MemorySegment values = MemorySegment.ofArray(row);
    long step = (long) stride * bytes;
    for (long at = row.length - (long) bytes; at >= step; at -= bytes) {
      switch (bytes) {
        case 1 -> row[(int) at] -= row[(int) (at - step)];
        case 2 -> {
          int rest = values.get(LittleEndian.SHORT, at) - values.get(LittleEndian.SHORT, at - step);
          values.set(LittleEndian.SHORT, at, (short) rest);
        }
        case 4 ->
            values.set(
                LittleEndian.INT,
                at,
                values.get(LittleEndian.INT, at) - values.get(LittleEndian.INT, at - step));
        default ->
            values.set(
                LittleEndian.LONG,
                at,
                values.get(LittleEndian.LONG, at) - values.get(LittleEndian.LONG, at - step));
      }
    }
  }

  /// The first bytes of all samples, the highest ones, come first, as differences.
  private static void gather(byte[] row, int bytes, int stride) {
    for (int i = stride; i < row.length; i++) {
      row[i] += row[i - stride];
    }
    byte[] planes = row.clone();
    int samples = row.length / bytes;
    for (int plane = 0; plane < bytes; plane++) {
      for (int i = 0; i < samples; i++) {
        row[i * bytes + bytes - 1 - plane] = planes[plane * samples + i];
      }
    }
  }
}
