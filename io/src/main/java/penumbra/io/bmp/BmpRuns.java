package penumbra.io.bmp;

/// Expands the run-length encoding of BMP: a count and a value, or after a 0 an escape: 0 the end
/// of a row, 1 the end of the picture, 2 a step to the right and on, more for as many values as
/// they are.
final class BmpRuns {
  private final byte[] bytes;
  private final BmpHeader header;
  private byte[] indices = {};
  private int at;
  private int x;
  private int y;
  private boolean ended;

  BmpRuns(byte[] bytes, BmpHeader header) {
    this.bytes = bytes;
    this.header = header;
    this.at = header.offset();
  }

  /// Whether so few bytes can hold so many pixels: an escape of four passes over 255 x 255.
  boolean canHoldThePixels() {
    long most = (bytes.length - header.offset() + 3L) / 4 * 255 * 255;
    return most >= (long) header.width() * header.height();
  }

  /// The indices of all pixels, in the order of the file's rows; 0 where nothing is stored.
  byte[] expand() {
    indices = new byte[header.width() * header.height()];
    while (!ended && y < header.height() && at + 1 < bytes.length) {
      int count = bytes[at++] & 0xFF;
      int value = bytes[at++] & 0xFF;
      if (count > 0) {
        for (int i = 0; i < count; i++) {
          put(isOf4() ? i % 2 == 0 ? value >> 4 : value & 15 : value);
        }
      } else {
        escape(value);
      }
    }
    return indices;
  }

  /// How many rows the file ended before.
  int missingRows() {
    // The last row may lack its end mark.
    int rows = y + (x >= header.width() ? 1 : 0);
    return ended ? 0 : Math.max(0, header.height() - rows);
  }

  private boolean isOf4() {
    return header.packing() == BmpHeader.Packing.RUNS_OF_4;
  }

  private void escape(int code) {
    switch (code) {
      case 0 -> {
        x = 0;
        y++;
      }
      case 1 -> ended = true;
      case 2 -> {
        if (at + 1 < bytes.length) {
          x = Math.min(header.width(), x + (bytes[at] & 0xFF));
          y = Math.min(header.height(), y + (bytes[at + 1] & 0xFF));
        }
        at += 2;
      }
      default -> literal(code);
    }
  }

  /// So many values, filled up to an even number of bytes.
  private void literal(int count) {
    int stored = isOf4() ? (count + 1) / 2 : count;
    for (int i = 0; i < count && at + (isOf4() ? i / 2 : i) < bytes.length; i++) {
      int pair = bytes[at + (isOf4() ? i / 2 : i)] & 0xFF;
      put(isOf4() ? i % 2 == 0 ? pair >> 4 : pair & 15 : pair);
    }
    at = Math.min(bytes.length, at + stored + stored % 2);
  }

  private void put(int value) {
    if (x < header.width() && y < header.height()) {
      indices[y * header.width() + x] = (byte) value;
    }
    x++;
  }
}
