package penumbra.io.png;

import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import penumbra.io.format.Inputs;
import penumbra.io.format.UnreadableFileException;
import penumbra.io.pixel.Decoder;

/// The stored samples of a PNG, row by row.
interface PngSamples extends AutoCloseable {
  /// The samples of the next row; those of a pixel are adjacent.
  void next(int[] samples) throws IOException;

  /// How many rows the file did not hold.
  default int missing() {
    return 0;
  }

  @Override
  void close();

  /// The samples of the file. The JDK decodes interlaced files.
  static PngSamples of(Path file, PngChunks chunks, int bands) throws IOException {
    if (chunks.interlaced() && chunks.truncated()) {
      throw UnreadableFileException.of(
          file,
          "must be whole, for it is interlaced",
          "ends before its IEND chunk",
          Inputs.COPY_AGAIN);
    }
    return chunks.interlaced()
        ? of(Decoder.png(file, chunks.bare()))
        : of(PngSamples.rows(file, chunks, bands), chunks.bits());
  }

  /// The rows of a non-interlaced file, as bytes.
  static PngRows rows(Path file, PngChunks chunks, int bands) throws UnreadableFileException {
    int bits = bands * chunks.bits();
    int rowBytes = Math.toIntExact((chunks.width() * bits + 7) / 8);
    return new PngRows(file, chunks, rowBytes, Math.max(1, bits / 8));
  }

  private static PngSamples of(PngRows rows, int bits) {
    return new PngSamples() {
      @Override
      public void next(int[] samples) throws IOException {
        unpack(rows.next(), bits, samples);
      }

      @Override
      public int missing() {
        return rows.missing();
      }

      @Override
      public void close() {
        rows.close();
      }
    };
  }

  private static PngSamples of(Raster raster) {
    return new PngSamples() {
      private int y;

      @Override
      public void next(int[] samples) {
        raster.getPixels(0, y++, raster.getWidth(), 1, samples);
      }

      @Override
      public void close() {}
    };
  }

  private static void unpack(byte[] row, int bits, int[] samples) {
    switch (bits) {
      case 8 -> {
        for (int i = 0; i < samples.length; i++) {
          samples[i] = row[i] & 0xFF;
        }
      }
      case 16 -> {
        for (int i = 0; i < samples.length; i++) {
          samples[i] = (row[2 * i] & 0xFF) << 8 | (row[2 * i + 1] & 0xFF);
        }
      }
      default -> {
        int mask = (1 << bits) - 1;
        for (int i = 0; i < samples.length; i++) {
          int bit = i * bits;
          samples[i] = row[bit >> 3] >> (8 - bits - (bit & 7)) & mask;
        }
      }
    }
  }
}
