package penumbra.io.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import penumbra.io.format.FileSignatures;

/// One header block of a tar archive.
///
/// @param name of the member, with its prefix
/// @param size of the content behind it
/// @param kind the type flag: `0` a file, `L` a long name, `x` a record of pax, ...
record TarHeader(String name, long size, char kind) {
  static final int BYTES = 512;

  static boolean recognises(byte[] block) {
    return FileSignatures.starts(block, 257, "ustar") && isSound(block);
  }

  /// Whether the check sum fits, which counts its own field as spaces.
  static boolean isSound(byte[] block) {
    if (block.length < BYTES) {
      return false;
    }
    long sum = 0;
    for (int i = 0; i < BYTES; i++) {
      sum += i >= 148 && i < 156 ? ' ' : block[i] & 0xFF;
    }
    return sum == number(block, 148, 8);
  }

  static TarHeader parse(byte[] block) {
    String name = text(block, 0, 100);
    String prefix = FileSignatures.starts(block, 257, "ustar\0") ? text(block, 345, 155) : "";
    return new TarHeader(
        prefix.isEmpty() ? name : prefix + "/" + name,
        number(block, 124, 12),
        (char) (block[156] & 0xFF));
  }

  boolean isFile() {
    return (kind == '0' || kind == 0 || kind == '7') && !name.endsWith("/");
  }

  /// Octal digits, or after a high bit a big-endian number; -1 if it is neither.
  private static long number(byte[] block, int at, int length) {
    long value = 0;
    if ((block[at] & 0x80) != 0) {
      for (int i = 1; i < length; i++) {
        if (value >= 1L << 54) {
          return -1;
        }
        value = (value << 8) | (block[at + i] & 0xFF);
      }
      return value;
    }
    for (int i = 0; i < length; i++) {
      int digit = block[at + i];
      if (digit >= '0' && digit <= '7') {
        value = 8 * value + digit - '0';
      } else if (digit != ' ' && digit != 0) {
        return -1;
      }
    }
    return value;
  }

  static String text(byte[] bytes, int at, int length) {
    int n = 0;
    while (n < length && bytes[at + n] != 0) {
      n++;
    }
    byte[] text = Arrays.copyOfRange(bytes, at, at + n);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
    } catch (CharacterCodingException other) {
      // So that two names do not become one: each byte stands for a letter.
      return new String(text, StandardCharsets.ISO_8859_1);
    }
  }
}
