package penumbra.dicom.pixel;

import java.lang.foreign.MemorySegment;
import penumbra.core.DType;
import penumbra.core.NdArray;

/// Converts the samples of colour pixels to interleaved red, green, blue.
///
/// @param bytes of a sample
/// @param rows the height
/// @param columns the width
record Colours(int bytes, int rows, int columns) {
  private static final int BANDS = 3;

  /// Planes, one behind the other, as pixels.
  MemorySegment fromPlanes(MemorySegment planes, int bands) {
    long pixels = (long) rows * columns;
    MemorySegment target = NdArray.allocate(DType.UINT8, pixels * bands * bytes);
    int[] line = new int[columns];
    int[] pixel = new int[columns * bands];
    for (int y = 0; y < rows; y++) {
      for (int band = 0; band < bands; band++) {
        SampleRuns.load(planes, bytes, band * pixels + (long) y * columns, line, columns);
        for (int x = 0; x < columns; x++) {
          pixel[x * bands + band] = line[x];
        }
      }
      SampleRuns.store(pixel, target, bytes, (long) y * pixel.length, pixel.length);
    }
    return target;
  }

  /// Two lumas and the two chromas of both, as pixels: the second pixel has the chromas of the
  /// first.
  MemorySegment fromHalvedChroma(MemorySegment halved) {
    MemorySegment target = allocate();
    int[] line = new int[columns * 2];
    int[] pixel = new int[columns * BANDS];
    for (int y = 0; y < rows; y++) {
      SampleRuns.load(halved, bytes, (long) y * line.length, line, line.length);
      for (int x = 0; x < columns; x++) {
        int pair = (x >> 1) * 4;
        pixel[x * BANDS] = line[pair + (x & 1)];
        pixel[x * BANDS + 1] = line[pair + 2];
        pixel[x * BANDS + 2] = line[pair + 3];
      }
      SampleRuns.store(pixel, target, bytes, (long) y * pixel.length, pixel.length);
    }
    return target;
  }

  /// The three colours of pixels of four samples.
  ///
  /// @param opacity which of the four is left out, counted from 0
  MemorySegment withoutOpacity(MemorySegment samples, int opacity) {
    MemorySegment target = allocate();
    int[] line = new int[columns * (BANDS + 1)];
    int[] pixel = new int[columns * BANDS];
    for (int y = 0; y < rows; y++) {
      SampleRuns.load(samples, bytes, (long) y * line.length, line, line.length);
      int to = 0;
      for (int i = 0; i < line.length; i++) {
        if (i % (BANDS + 1) != opacity) {
          pixel[to++] = line[i];
        }
      }
      SampleRuns.store(pixel, target, bytes, (long) y * pixel.length, pixel.length);
    }
    return target;
  }

  /// Luma and chroma as red, green and blue.
  MemorySegment toRgb(MemorySegment samples, Ybr ybr) {
    MemorySegment target = allocate();
    int[] line = new int[columns * BANDS];
    for (int y = 0; y < rows; y++) {
      long at = (long) y * line.length;
      SampleRuns.load(samples, bytes, at, line, line.length);
      for (int i = 0; i < line.length; i += BANDS) {
        ybr.toRgb(line, i);
      }
      SampleRuns.store(line, target, bytes, at, line.length);
    }
    return target;
  }

  private MemorySegment allocate() {
    return NdArray.allocate(DType.UINT8, (long) rows * columns * BANDS * bytes);
  }
}
