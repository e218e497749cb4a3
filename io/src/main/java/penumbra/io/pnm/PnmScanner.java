package penumbra.io.pnm;

import java.nio.file.Path;
import penumbra.io.format.Inputs;
import penumbra.io.format.UnreadableFileException;

/// Reads the numbers of a PNM file one after the other.
final class PnmScanner {
  private static final int MOST_DIGITS = 9;

  private final Path file;
  private final byte[] bytes;
  private int at;
  private int bits;

  private final boolean lenient;
  private long missing;

  /// @param lenient whether samples behind the end of the file are 0
  PnmScanner(Path file, byte[] bytes, boolean lenient) {
    this.file = file;
    this.bytes = bytes;
    this.lenient = lenient;
  }

  /// How many samples or bits lie behind the end.
  long missing() {
    return missing;
  }

  private boolean isBehindTheEnd(int kind, int size) {
    if (kind < 4) {
      skip();
    }
    if (!lenient || at + size <= bytes.length) {
      return false;
    }
    at = bytes.length;
    missing++;
    return true;
  }

  static boolean isSpace(int b) {
    return b == ' ' || (b >= '\t' && b <= '\r');
  }

  /// The digit of the mark `P5`, which is then skipped.
  int kind() throws UnreadableFileException {
    if (bytes.length < 2) {
      throw endsEarly();
    }
    at = 2;
    return bytes[1] - '0';
  }

  /// The next number, behind spaces and comments.
  int number() throws UnreadableFileException {
    skip();
    int first = at;
    int value = 0;
    while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
      if (at - first == MOST_DIGITS) {
        throw refused("a number of more than " + MOST_DIGITS + " digits");
      }
      value = 10 * value + bytes[at++] - '0';
    }
    if (at == first) {
      throw at == bytes.length ? endsEarly() : refused("no number");
    }
    return value;
  }

  private void skip() {
    while (at < bytes.length && (isSpace(bytes[at]) || bytes[at] == '#')) {
      if (bytes[at++] == '#') {
        while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
          at++;
        }
      }
    }
  }

  /// Skips the one space between the header and binary samples.
  void startSamples() throws UnreadableFileException {
    if (at == bytes.length) {
      throw endsEarly();
    }
    if (!isSpace(bytes[at++])) {
      throw refused("no space before its samples");
    }
  }

  /// Throws where so few bytes are left that they cannot hold the samples.
  void requireRoom(int height, int width, int kind, int most) throws UnreadableFileException {
    long samples = (long) height * width * (kind % 3 == 0 ? 3 : 1);
    long least =
        switch (kind) {
          case 1 -> samples;
          case 4 -> (width + 7) / 8 * (long) height;
          case 2, 3 -> 2 * samples - 1;
          default -> most > 255 ? 2 * samples : samples;
        };
    if (!lenient && bytes.length - at < least) {
      throw endsEarly();
    }
  }

  /// The next sample of P2, P3, P5 or P6.
  int sample(int kind, int most) throws UnreadableFileException {
    int value;
    if (isBehindTheEnd(kind, kind > 3 && most > 255 ? 2 : 1)) {
      return 0;
    }
    if (kind < 4) {
      value = number();
    } else if (most > 255) {
      value = ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
      at += 2;
    } else {
      value = bytes[at++] & 0xFF;
    }
    if (value > most) {
      throw refused("a value of " + value + " above its largest of " + most);
    }
    return value;
  }

  /// The next bit of P1 or P4 at column `x`; each row begins with a new byte.
  int bit(int kind, int x) throws UnreadableFileException {
    boolean begins = kind == 1 || x % 8 == 0;
    if (begins && isBehindTheEnd(kind, 1)) {
      bits = -1;
      return 1;
    }
    if (kind == 1) {
      skip();
      if (at == bytes.length) {
        throw endsEarly();
      }
      int digit = bytes[at++] - '0';
      if (digit != 0 && digit != 1) {
        throw refused("something else than 0 and 1");
      }
      return digit;
    }
    if (x % 8 == 0) {
      bits = bytes[at++];
    }
    return (bits >> (7 - x % 8)) & 1;
  }

  private UnreadableFileException endsEarly() {
    return UnreadableFileException.of(
        file, "must be whole", "ends before its last pixel", Inputs.COPY_AGAIN);
  }

  private UnreadableFileException refused(String found) {
    return UnreadableFileException.of(
        file, "must be a sound PNM", "has " + found + " at byte " + at, Inputs.COPY_AGAIN, at);
  }
}
