package penumbra.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The lines of the resource `dictionary.txt`, which conformance/dictionary.py writes.
///
/// Loading reads only the beginnings of the lines; a line is parsed on request, so that a short
/// command does not parse five thousand entries.
final class DictionaryTable {
  private static final int TAG_DIGITS = 8;
  private static final byte ANY = 'x';

  private final byte[] text;
  private final int[] starts;
  private final int[] tags;
  private final int plain;

  private DictionaryTable(byte[] text) {
    this.text = text;
    this.starts = starts(text);
    this.tags = new int[starts.length - 1];
    int count = 0;
    while (count < tags.length && !repeats(starts[count])) {
      tags[count] = inOrder(tagAt(starts[count]));
      count++;
    }
    this.plain = count;
  }

  /// The standard's.
  static DictionaryTable standard() {
    return Standard.TABLE;
  }

  Optional<Dictionary.Entry> entry(int tag) {
    int line = Arrays.binarySearch(tags, 0, plain, inOrder(tag));
    if (line < 0) {
      line = plain;
      while (line < tags.length && !matches(starts[line], tag)) {
        line++;
      }
    }
    return line < 0 || line >= tags.length ? Optional.empty() : Optional.of(parse(line));
  }

  Optional<Tag> tag(String keyword) {
    byte[] sought = (" " + keyword + " ").getBytes(StandardCharsets.US_ASCII);
    for (int line = 0; line < tags.length; line++) {
      int at = starts[line] + TAG_DIGITS + 1;
      while (text[at] != ' ') {
        at++;
      }
      if (at + sought.length <= text.length
          && Arrays.equals(text, at, at + sought.length, sought, 0, sought.length)) {
        return Optional.of(new Tag(tagAt(starts[line])));
      }
    }
    return Optional.empty();
  }

  private static int[] starts(byte[] text) {
    int[] starts = new int[text.length / (TAG_DIGITS + 4) + 2];
    int count = 1;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n') {
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  private boolean repeats(int start) {
    for (int i = 0; i < TAG_DIGITS; i++) {
      if (text[start + i] == ANY) {
        return true;
      }
    }
    return false;
  }

  private int tagAt(int start) {
    int tag = 0;
    for (int i = 0; i < TAG_DIGITS; i++) {
      byte digit = text[start + i];
      tag = tag << 4 | (digit == ANY ? 0 : Character.digit(digit, 16));
    }
    return tag;
  }

  /// Unsigned numbers in the order of signed ones.
  private static int inOrder(int tag) {
    return tag ^ Integer.MIN_VALUE;
  }

  private boolean matches(int start, int tag) {
    for (int i = 0; i < TAG_DIGITS; i++) {
      byte digit = text[start + i];
      if (digit != ANY && Character.digit(digit, 16) != (tag >>> (28 - 4 * i) & 0xF)) {
        return false;
      }
    }
    return true;
  }

  private Dictionary.Entry parse(int line) {
    int length = starts[line + 1] - starts[line] - 1;
    String entry = new String(text, starts[line], length, StandardCharsets.US_ASCII);
    String[] parts = entry.split(" ", 4);
    List<Vr> vrs = new ArrayList<>();
    for (String vr : parts[1].split("/", -1)) {
      vrs.add(Vr.valueOf(vr));
    }
    return new Dictionary.Entry(vrs, parts[2], parts[3]);
  }

  private static final class Standard {
    static final DictionaryTable TABLE = load();

    private static DictionaryTable load() {
      try (InputStream in = DictionaryTable.class.getResourceAsStream("dictionary.txt")) {
        return new DictionaryTable(Objects.requireNonNull(in, "dictionary.txt").readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
