package penumbra.io.png;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import penumbra.io.format.Inputs;
import penumbra.io.format.UnreadableFileException;

/// The rows of a non-interlaced PNG, inflated and unfiltered one after the other.
final class PngRows implements AutoCloseable {
  private static final int BLOCK = 1 << 16;

  /// Deflate expands one byte to at most 1032.
  private static final long MOST_PER_BYTE = 1032;

  private final Path file;
  private final List<byte[]> data;
  private final int pixelBytes;
  private final Inflater inflater = new Inflater();
  private final byte[] inflated;
  private int nextData;
  private int filled;
  private int used;
  private byte[] row;
  private byte[] above;
  private final boolean truncated;
  private boolean ended;
  private int missing;

  /// @param chunks with the pixel data; of a truncated file, missing rows are 0
  /// @param rowBytes of each row, without its filter's number
  /// @param pixelBytes how far the byte lies that a filter takes as its left neighbour
  PngRows(Path file, PngChunks chunks, int rowBytes, int pixelBytes)
      throws UnreadableFileException {
    this.file = file;
    this.data = chunks.data();
    this.truncated = chunks.truncated();
    long height = chunks.height();
    this.pixelBytes = pixelBytes;
    this.inflated = new byte[Math.max(BLOCK, rowBytes + 1)];
    this.row = new byte[rowBytes];
    this.above = new byte[rowBytes];
    long compressed = data.stream().mapToLong(bytes -> bytes.length).sum();
    if (!truncated && compressed * MOST_PER_BYTE < (rowBytes + 1L) * height) {
      throw damaged(
          "its " + compressed + " bytes of pixel data cannot hold its " + height + " rows");
    }
  }

  /// Returns the next row. Its array is reused for the row after the next.
  byte[] next() throws UnreadableFileException {
    int n = row.length;
    if (!ended && filled - used < n + 1) {
      refill(n + 1);
    }
    if (ended) {
      missing++;
      Arrays.fill(row, (byte) 0);
      return row;
    }
    byte[] target = above;
    above = row;
    row = target;
    int filter = inflated[used];
    System.arraycopy(inflated, used + 1, row, 0, n);
    used += n + 1;
    unfilter(filter);
    return row;
  }

  private void refill(int least) throws UnreadableFileException {
    System.arraycopy(inflated, used, inflated, 0, filled - used);
    filled -= used;
    used = 0;
    try {
      while (filled < least) {
        int n = inflater.inflate(inflated, filled, inflated.length - filled);
        filled += n;
        if (n == 0) {
          if (truncated && (inflater.finished() || nextData == data.size())) {
            ended = true;
            return;
          }
          if (inflater.finished() || inflater.needsDictionary() || nextData == data.size()) {
            throw damaged("its pixel data ends before its last row");
          }
          inflater.setInput(data.get(nextData++));
        }
      }
    } catch (DataFormatException broken) {
      throw UnreadableFileException.of(
          file,
          "must be a sound PNG",
          "its pixel data cannot be inflated (" + broken.getMessage() + ")",
          Inputs.COPY_AGAIN,
          broken);
    }
  }

  private void unfilter(int filter) throws UnreadableFileException {
    int n = row.length;
    int step = pixelBytes;
    switch (filter) {
      case 0 -> {}
      case 1 -> {
        for (int i = step; i < n; i++) {
          row[i] += row[i - step];
        }
      }
      case 2 -> {
        for (int i = 0; i < n; i++) {
          row[i] += above[i];
        }
      }
      case 3 -> {
        for (int i = 0; i < n; i++) {
          int left = i < step ? 0 : row[i - step] & 0xFF;
          row[i] += (byte) ((left + (above[i] & 0xFF)) >> 1);
        }
      }
      case 4 -> {
        for (int first = 0; first < Math.min(step, n); first++) {
          unfilterPaeth(first);
        }
      }
      default -> throw damaged("has a row with filter " + (filter & 0xFF) + ", of which PNG has 5");
    }
  }

  /// One byte of each pixel, with its left neighbour in a local variable: each byte depends on the
  /// previous one.
  private void unfilterPaeth(int first) {
    int left = 0;
    int upLeft = 0;
    for (int i = first; i < row.length; i += pixelBytes) {
      int up = above[i] & 0xFF;
      left = (row[i] + PngFilter.paeth(left, up, upLeft)) & 0xFF;
      row[i] = (byte) left;
      upLeft = up;
    }
  }

  /// How many rows the file did not hold.
  int missing() {
    return missing;
  }

  private UnreadableFileException damaged(String found) {
    return UnreadableFileException.of(file, "must be a sound PNG", found, Inputs.COPY_AGAIN);
  }

  @Override
  public void close() {
    inflater.end();
  }
}
