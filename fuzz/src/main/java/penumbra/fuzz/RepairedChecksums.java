package penumbra.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32;

/// Inputs with corrected checksums; otherwise hardly any would pass the checks.
final class RepairedChecksums {
  private static final int PNG_MARK = 8;
  private static final int CHUNK_HEAD = 8;
  private static final int CRC = 4;
  private static final int TAR_BLOCK = 512;
  private static final int TAR_SIZE = 124;
  private static final int TAR_SIZE_DIGITS = 11;
  private static final int TAR_SUM = 148;

  private RepairedChecksums() {}

  /// A PNG with the correct checksum in each chunk.
  static Reading png(Reading reading) {
    return input -> reading.read(pngOf(input));
  }

  /// A tar archive with the correct checksum in each header.
  static Reading tar(Reading reading) {
    return input -> reading.read(tarOf(input));
  }

  static byte[] pngOf(byte[] input) {
    byte[] bytes = input.clone();
    long at = PNG_MARK;
    while (at + CHUNK_HEAD + CRC <= bytes.length) {
      long length = number(bytes, (int) at);
      if (at + CHUNK_HEAD + length + CRC > bytes.length) {
        break;
      }
      CRC32 crc = new CRC32();
      crc.update(bytes, (int) at + 4, (int) length + 4);
      at += CHUNK_HEAD + length;
      for (int i = 0; i < CRC; i++) {
        bytes[(int) at + i] = (byte) (crc.getValue() >> (24 - 8 * i));
      }
      at += CRC;
    }
    return bytes;
  }

  static byte[] tarOf(byte[] input) {
    byte[] bytes = input.clone();
    long at = 0;
    while (at + TAR_BLOCK <= bytes.length && bytes[(int) at] != 0) {
      sum(bytes, (int) at);
      at += TAR_BLOCK + (tarSize(bytes, (int) at) + TAR_BLOCK - 1) / TAR_BLOCK * TAR_BLOCK;
    }
    return bytes;
  }

  private static void sum(byte[] bytes, int header) {
    Arrays.fill(bytes, header + TAR_SUM, header + TAR_SUM + 8, (byte) ' ');
    int sum = 0;
    for (int i = 0; i < TAR_BLOCK; i++) {
      sum += bytes[header + i] & 0xFF;
    }
    byte[] digits = String.format(Locale.ROOT, "%06o\0", sum).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, bytes, header + TAR_SUM, digits.length);
  }

  /// The number of a header in octal digits, as far as there are any.
  private static long tarSize(byte[] bytes, int header) {
    long size = 0;
    for (int i = 0; i < TAR_SIZE_DIGITS; i++) {
      int digit = bytes[header + TAR_SIZE + i] - '0';
      if (digit < 0 || digit > 7) {
        return size;
      }
      size = 8 * size + digit;
    }
    return size;
  }

  private static long number(byte[] bytes, int at) {
    long number = 0;
    for (int i = 0; i < 4; i++) {
      number = number << 8 | (bytes[at + i] & 0xFF);
    }
    return number;
  }
}
