package penumbra.dicom.pixel;

import penumbra.dicom.DicomException;

/// Unfolds a table of colour that is written in segments, PS3.3 section C.7.9.2.
///
/// Each segment adds an entry at least, so that the work is bounded by the table.
final class PaletteSegments {
  private static final int DISCRETE = 0;
  private static final int LINEAR = 1;
  private static final int INDIRECT = 2;

  private final int[] words;
  private final int bits;
  private final int entries;

  /// @param words the numbers of the element, of 8 or 16 bits each
  /// @param bits 8 or 16
  /// @param entries how many entries there must be
  PaletteSegments(int[] words, int bits, int entries) {
    this.words = words;
    this.bits = bits;
    this.entries = entries;
  }

  int[] unfold() throws DicomException {
    int[] table = new int[entries];
    int filled = 0;
    int at = 0;
    while (filled < entries) {
      need(at, 2);
      if (words[at] == INDIRECT) {
        int parts = bits == 8 ? 4 : 2;
        need(at + 2, parts);
        int target = offset(at + 2, parts);
        for (int i = 0; i < words[at + 1] && filled < entries; i++) {
          need(target, 2);
          filled = unfold(target, table, filled);
          target += length(target);
        }
        at += 2 + parts;
      } else {
        filled = unfold(at, table, filled);
        at += length(at);
      }
    }
    return table;
  }

  /// The words between the start of the element and a segment, of which the element has the bytes.
  private int offset(int at, int parts) throws DicomException {
    long offset = 0;
    for (int i = parts - 1; i >= 0; i--) {
      offset = (offset << bits) | words[at + i];
    }
    long word = offset / (bits / 8);
    if (word >= words.length) {
      throw wrong("a segment at byte " + offset + " of " + words.length * (bits / 8));
    }
    return (int) word;
  }

  private int length(int at) {
    return words[at] == DISCRETE ? 2 + words[at + 1] : 3;
  }

  private int unfold(int at, int[] table, int filled) throws DicomException {
    int count = words[at + 1];
    if (count == 0) {
      throw wrong("an empty segment");
    }
    int n = Math.min(count, table.length - filled);
    switch (words[at]) {
      case DISCRETE -> {
        need(at + 2, count);
        System.arraycopy(words, at + 2, table, filled, n);
      }
      case LINEAR -> {
        need(at + 2, 1);
        if (filled == 0) {
          throw wrong("a line as its first segment");
        }
        double from = table[filled - 1];
        double step = (words[at + 2] - from) / count;
        for (int i = 0; i < n; i++) {
          table[filled + i] = (int) Math.rint(from + step * (i + 1));
        }
      }
      default -> throw wrong("a segment of kind " + words[at]);
    }
    return filled + n;
  }

  private void need(int at, int count) throws DicomException {
    if (at + count > words.length) {
      throw wrong("only " + words.length + " numbers");
    }
  }

  private DicomException wrong(String found) {
    return new DicomException(
        "must have segments for all " + entries + " entries of its palette",
        "has " + found,
        "ask its maker to correct it");
  }
}
