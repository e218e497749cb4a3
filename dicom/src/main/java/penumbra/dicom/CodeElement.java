package penumbra.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A set of characters that ISO 2022 puts into the lower or the upper half of the byte values,
/// PS3.3 section C.12.1.1.2.
enum CodeElement {
  ASCII("6", "(B", false, 1, "US-ASCII"),
  ROMAJI("", "(J", false, 1, "US-ASCII"),
  LATIN_1("100", "-A", true, 1, "ISO-8859-1"),
  LATIN_2("101", "-B", true, 1, "ISO-8859-2"),
  LATIN_3("109", "-C", true, 1, "ISO-8859-3"),
  LATIN_4("110", "-D", true, 1, "ISO-8859-4"),
  GREEK("126", "-F", true, 1, "ISO-8859-7"),
  ARABIC("127", "-G", true, 1, "ISO-8859-6"),
  HEBREW("138", "-H", true, 1, "ISO-8859-8"),
  CYRILLIC("144", "-L", true, 1, "ISO-8859-5"),
  LATIN_5("148", "-M", true, 1, "ISO-8859-9"),
  LATIN_9("203", "-b", true, 1, "ISO-8859-15"),
  THAI("166", "-T", true, 1, "TIS-620"),
  KATAKANA("13", ")I", true, 1, "JIS_X0201"),
  KANJI("87", "$B", false, 2, "EUC-JP"),
  SUPPLEMENTARY_KANJI("159", "$(D", false, 2, "EUC-JP"),
  HANGUL("149", "$)C", true, 2, "EUC-KR"),
  HANZI("58", "$)A", true, 2, "GB2312");

  /// Where EUC-JP keeps the supplementary kanji: behind this byte.
  private static final byte THIRD_SET = (byte) 0x8F;

  private final String number;
  private final String escape;
  private final boolean upper;
  private final int width;
  private final String charset;

  CodeElement(String number, String escape, boolean upper, int width, String charset) {
    this.number = number;
    this.escape = escape;
    this.upper = upper;
    this.width = width;
    this.charset = charset;
  }

  /// The set that ISO's registry lists under that number.
  static Optional<CodeElement> ofNumber(String number) {
    for (CodeElement element : values()) {
      if (!number.isEmpty() && element.number.equals(number)) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  /// The set that the bytes behind an escape at `at` call for.
  static @Nullable CodeElement called(byte[] bytes, int at) {
    for (CodeElement element : values()) {
      int end = at + element.escape.length();
      if (end <= bytes.length
          && element.escape.equals(
              new String(bytes, at, element.escape.length(), StandardCharsets.ISO_8859_1))) {
        return element;
      }
    }
    return null;
  }

  int escapeLength() {
    return escape.length();
  }

  /// Whether its bytes are those from 128 on.
  boolean isUpper() {
    return upper;
  }

  /// The bytes of a character.
  int width() {
    return width;
  }

  /// The character whose bytes stand at `at`.
  String character(byte[] bytes, int at) {
    byte[] code =
        switch (this) {
          case KANJI -> new byte[] {(byte) (bytes[at] | 0x80), (byte) (bytes[at + 1] | 0x80)};
          case SUPPLEMENTARY_KANJI ->
              new byte[] {THIRD_SET, (byte) (bytes[at] | 0x80), (byte) (bytes[at + 1] | 0x80)};
          default -> Arrays.copyOfRange(bytes, at, at + width);
        };
    return new String(code, Charset.forName(charset));
  }
}
