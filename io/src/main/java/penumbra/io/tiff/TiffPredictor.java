package penumbra.io.tiff;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import penumbra.io.pixel.ByteSwap;
import penumbra.io.pixel.Little;

/// Undoes, and does, what TIFF does to rows so that they compress better. Rows become little-endian
/// on the way, as arrays are stored.
final class TiffPredictor {
  static final int NONE = 1;
  static final int HORIZONTAL = 2;
  static final int FLOATING_POINT = 3;

  private TiffPredictor() {}

  /// Brings `row`, of samples of `bytes` bytes in `order` of which `stride` make a pixel, back to
  /// what was stored, little-endian.
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
          int sum = row.get(Little.SHORT, at) + row.get(Little.SHORT, at - step);
          row.set(Little.SHORT, at, (short) sum);
        }
        case 4 -> row.set(Little.INT, at, row.get(Little.INT, at) + row.get(Little.INT, at - step));
        default ->
            row.set(Little.LONG, at, row.get(Little.LONG, at) + row.get(Little.LONG, at - step));
      }
    }
  }

  /// Replaces each sample by its difference from the pixel before, from the end on.
  static void difference(byte[] row, int bytes, int stride) {
    MemorySegment values = MemorySegment.ofArray(row);
    long step = (long) stride * bytes;
    for (long at = row.length - (long) bytes; at >= step; at -= bytes) {
      switch (bytes) {
        case 1 -> row[(int) at] -= row[(int) (at - step)];
        case 2 -> {
          int rest = values.get(Little.SHORT, at) - values.get(Little.SHORT, at - step);
          values.set(Little.SHORT, at, (short) rest);
        }
        case 4 ->
            values.set(
                Little.INT, at, values.get(Little.INT, at) - values.get(Little.INT, at - step));
        default ->
            values.set(
                Little.LONG, at, values.get(Little.LONG, at) - values.get(Little.LONG, at - step));
      }
    }
  }

  /// All first bytes of the samples came first, the highest ones, as differences.
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
