package penumbra.io.tiff;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import penumbra.core.NdArray;
import penumbra.io.format.Inputs;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.UnreadableFileException;
import penumbra.io.jpeg.JpegReader;
import penumbra.io.pixel.GreyPixels;

/// Reads a page of luminance and colour differences (YCbCr) that is not JPEG. The colour
/// differences may be those of blocks of up to 4 x 4 pixels; each pixel of a block gets them, as in
/// libtiff.
final class TiffLuminance {
  private static final int SUBSAMPLING = 530;
  private static final int COEFFICIENTS = 529;
  private static final int REFERENCE = 532;
  private static final String RULE =
      "must have YCbCr in the full range of BT.601, interleaved where it is subsampled, to be read";

  private final TiffPage page;
  private final TiffPacking packing;
  private final MemorySegment bytes;
  private final int across;
  private final int down;

  TiffLuminance(TiffPage page, TiffPacking packing, MemorySegment bytes)
      throws UnreadableFileException {
    this.page = page;
    this.packing = packing;
    this.bytes = bytes;
    long[] sampling = page.directory().numbers(SUBSAMPLING);
    this.across = sampling.length > 1 ? block(sampling[0]) : 2;
    this.down = sampling.length > 1 ? block(sampling[1]) : 2;
    check();
  }

  private int block(long length) throws UnreadableFileException {
    if (length != 1 && length != 2 && length != 4) {
      throw TiffPage.refused(
          page.directory().file(), "must have YCbCr in blocks of 1, 2 or 4 pixels", length);
    }
    return (int) length;
  }

  private void check() throws UnreadableFileException {
    boolean blocks = across > 1 || down > 1;
    if (blocks && (page.planar() || page.predictor() != TiffPredictor.NONE)) {
      throw refused("YCbCr planes of several sizes, or a predictor");
    }
    if (!page.directory().isNear(COEFFICIENTS, 0.299, 0.587, 0.114)) {
      throw refused("other coefficients");
    }
    if (!page.directory().isNear(REFERENCE, 0, 255, 128, 255, 128, 255)) {
      throw refused("another reference of black and white");
    }
  }

  private UnreadableFileException refused(String found) {
    return TiffPage.refused(page.directory().file(), RULE, found);
  }

  /// The grey values, or the colours if requested.
  NdArray read(ReadOptions options, List<String> steps) throws UnreadableFileException {
    byte[] samples =
        across == 1 && down == 1
            ? new TiffSamples(page, packing, bytes, 0).read(options.lenient(), steps).toBytes()
            : ofBlocks(options.lenient(), steps);
    var grey = new GreyPixels(page.height(), page.width(), 8, options.colours());
    int[] pixel = new int[3];
    for (int i = 0; i < page.height() * page.width(); i++) {
      for (int band = 0; band < 3; band++) {
        pixel[band] = samples[3 * i + band] & 0xFF;
      }
      JpegReader.toRgb(pixel, 0);
      grey.put(i, pixel[0], pixel[1], pixel[2]);
    }
    grey.tellColour(steps);
    return grey.toArray();
  }

  /// The samples of all pixels from blocks: the luminances of a block row by row, then both colour
  /// differences.
  private byte[] ofBlocks(boolean lenient, List<String> steps) throws UnreadableFileException {
    long[] offsets = page.chunkOffsets();
    long[] counts = TiffSamples.counts(page, offsets, bytes);
    byte[] samples = new byte[3 * page.height() * page.width()];
    int index = 0;
    int missing = 0;
    for (int top = 0; top < page.height(); top += page.chunkHeight()) {
      int rows =
          page.tiled() ? page.chunkHeight() : Math.min(page.chunkHeight(), page.height() - top);
      for (int left = 0; left < page.width(); left += page.chunkWidth()) {
        byte[] chunk = new byte[blockBytes(rows)];
        byte[] packed = TiffSamples.packed(bytes, offsets[index], counts[index], -1);
        int filled = packing.expand(packed, chunk);
        if (filled < chunk.length) {
          if (!lenient) {
            throw UnreadableFileException.of(
                page.directory().file(),
                "must be whole",
                "strip or tile %d gives %d of %d bytes".formatted(index + 1, filled, chunk.length),
                Inputs.COPY_AGAIN,
                offsets[index]);
          }
          Arrays.fill(chunk, filled, chunk.length, (byte) 0);
          missing++;
        }
        place(chunk, rows, samples, top, left);
        index++;
      }
    }
    TiffSamples.tellMissing(missing, index, steps);
    return samples;
  }

  private int blocksAcross() {
    return (page.chunkWidth() - 1) / across + 1;
  }

  private int blockBytes(int rows) throws UnreadableFileException {
    long blocks = (long) blocksAcross() * ((rows - 1) / down + 1);
    long size = blocks * (across * down + 2);
    // Nothing is allocated that the file could not fill.
    if (size / packing.mostGrowth() > bytes.byteSize()) {
      throw UnreadableFileException.of(
          page.directory().file(),
          "must be whole",
          "has too few bytes for its pixels",
          Inputs.COPY_AGAIN);
    }
    return Math.toIntExact(size);
  }

  private void place(byte[] chunk, int rows, byte[] samples, int top, int left) {
    int size = across * down + 2;
    int height = Math.min(rows, page.height() - top);
    int width = Math.min(page.chunkWidth(), page.width() - left);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int block = (y / down * blocksAcross() + x / across) * size;
        int at = 3 * ((top + y) * page.width() + left + x);
        samples[at] = chunk[block + y % down * across + x % across];
        samples[at + 1] = chunk[block + size - 2];
        samples[at + 2] = chunk[block + size - 1];
      }
    }
  }
}
