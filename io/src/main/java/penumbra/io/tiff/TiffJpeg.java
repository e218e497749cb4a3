package penumbra.io.tiff;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import penumbra.core.NdArray;
import penumbra.io.format.Limits;
import penumbra.io.format.ReadOptions;
import penumbra.io.jpeg.JpegReader;

/// Reads a page whose strips or tiles are JPEG pictures that share their tables, as grey.
final class TiffJpeg {
  private static final int TABLES = 347;

  private final TiffPage page;
  private final MemorySegment bytes;
  private final Path file;

  TiffJpeg(TiffPage page, MemorySegment bytes) {
    this.page = page;
    this.bytes = bytes;
    this.file = page.directory().file();
  }

  NdArray read(boolean lenient, List<String> steps) throws IOException {
    long[] offsets = page.chunkOffsets();
    long[] counts = TiffSamples.counts(page, offsets, bytes);
    byte[] tables = page.directory().raw(TABLES);
    byte[] grey = new byte[page.height() * page.width()];
    List<String> told = new ArrayList<>();
    Set<String> damage = new LinkedHashSet<>();
    // A strip may not be larger than the page says, which is checked already.
    ReadOptions options =
        ReadOptions.standard()
            .withLimits(new Limits((long) page.chunkHeight() * page.chunkWidth()));
    options = lenient ? options.leniently() : options;
    boolean rgb = page.photometric() == TiffPage.Meaning.RGB;
    int index = 0;
    for (int down = 0; down < page.chunksDown(); down++) {
      for (int across = 0; across < page.chunksAcross(); across++) {
        told.clear();
        byte[] chunk = TiffSamples.packed(bytes, offsets[index], counts[index], -1);
        NdArray part = JpegReader.read(file, whole(tables, chunk), options, rgb, told);
        if (lenient) {
          damage.addAll(told.subList(1, told.size()));
        }
        place(part, grey, down * page.chunkHeight(), across * page.chunkWidth());
        index++;
      }
    }
    damage.addAll(told.subList(1, told.size()));
    steps.addAll(damage);
    if (page.photometric() == TiffPage.Meaning.LIGHT_IS_ZERO) {
      steps.add(
          "Inverted the values (255 - value), since the file stores white as 0 (WhiteIsZero).");
      for (int i = 0; i < grey.length; i++) {
        grey[i] = (byte) ~grey[i];
      }
    }
    return NdArray.ofUint8(grey, page.height(), page.width());
  }

  /// The tables, which end with an end marker, followed by a picture, which begins with a start
  /// marker.
  private static byte[] whole(byte[] tables, byte[] chunk) {
    if (tables.length < 4 || chunk.length < 2) {
      return chunk;
    }
    var whole = new ByteArrayOutputStream(tables.length + chunk.length);
    whole.write(tables, 0, tables.length - 2);
    whole.write(chunk, 2, chunk.length - 2);
    return whole.toByteArray();
  }

  private void place(NdArray part, byte[] grey, int top, int left) throws IOException {
    int rows = Math.min(page.chunkHeight(), page.height() - top);
    int columns = Math.min(page.chunkWidth(), page.width() - left);
    int width = part.length(1);
    if (part.length(0) < rows || width < columns) {
      throw TiffPage.refused(file, "must have JPEG strips or tiles of the page's size", part);
    }
    byte[] values = part.toBytes();
    for (int y = 0; y < rows; y++) {
      System.arraycopy(values, y * width, grey, (top + y) * page.width() + left, columns);
    }
  }
}
