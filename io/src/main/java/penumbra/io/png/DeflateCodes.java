package penumbra.io.png;

/// The Huffman codes of one deflate block whose only distance is 1 (RFC 1951, section 3.2).
final class DeflateCodes {
  /// Bytes, the end of a block, and the lengths of matches.
  static final int LITERALS = 286;

  private static final int FIRST_LENGTH = 257;
  private static final int MAX_BITS = 15;
  private static final int MAX_TABLE_BITS = 7;
  private static final int TABLE_SYMBOLS = 19;
  private static final int[] TABLE_ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  /// For each length of a match, its symbol and its distance from the symbol's first length.
  private static final int[] SYMBOL = new int[259];

  private static final int[] EXTRA = new int[LITERALS];
  private static final int[] FIRST = new int[LITERALS];

  static {
    int length = 3;
    for (int symbol = FIRST_LENGTH; symbol < LITERALS - 1; symbol++) {
      int group = (symbol - FIRST_LENGTH) / 4;
      EXTRA[symbol] = Math.max(0, group - 1);
      FIRST[symbol] = length;
      for (int i = 0; i < 1 << EXTRA[symbol] && length < 258; i++) {
        SYMBOL[length++] = symbol;
      }
    }
    SYMBOL[258] = LITERALS - 1;
    FIRST[LITERALS - 1] = 258;
  }

  private final int[] lengths;
  private final int[] words;
  private final int[] matches = new int[SYMBOL.length];

  /// Codes for symbols with the frequencies `counts`.
  DeflateCodes(int[] counts) {
    lengths = HuffmanLengths.of(counts, MAX_BITS);
    words = words(lengths);
    for (int match = 3; match < matches.length; match++) {
      matches[match] = match(match);
    }
  }

  /// The symbol's code, the length's distance from its first one, and the match distance: a single
  /// 0.
  private int match(int length) {
    int symbol = SYMBOL[length];
    int word = words[symbol];
    int bits = word >>> 24;
    int extra = length - FIRST[symbol];
    int all = bits + EXTRA[symbol] + 1;
    return (all << 24) | (extra << bits) | (word & 0xFFFFFF);
  }

  /// The symbol for a match of that length.
  static int symbolOf(int match) {
    return SYMBOL[match];
  }

  /// For each symbol its bits, with their number in the upper byte.
  int[] words() {
    return words;
  }

  /// For each length of a match at distance 1 its bits, with their number in the upper byte.
  int[] matches() {
    return matches;
  }

  /// Canonical codes, with their bits reversed as in deflate.
  private static int[] words(int[] lengths) {
    int[] next = new int[MAX_BITS + 2];
    for (int length : lengths) {
      next[length + 1] += length == 0 ? 0 : 1;
    }
    for (int n = 2; n < next.length; n++) {
      next[n] = (next[n] + next[n - 1]) << 1;
    }
    int[] words = new int[lengths.length];
    for (int i = 0; i < lengths.length; i++) {
      int n = lengths[i];
      words[i] = n == 0 ? 0 : n << 24 | Integer.reverse(next[n]++) >>> (32 - n);
    }
    return words;
  }

  /// Writes the block's header: the code length of each symbol, itself coded.
  void writeTables(BitWriter bits) {
    int[] all = java.util.Arrays.copyOf(lengths, LITERALS + 1);
    all[LITERALS] = 1;
    int[] runs = new int[all.length];
    int n = runs(all, runs);
    int[] counts = new int[TABLE_SYMBOLS];
    for (int i = 0; i < n; i++) {
      counts[runs[i] & 0xFF]++;
    }
    int[] tableLengths = HuffmanLengths.of(counts, MAX_TABLE_BITS);
    int[] tableWords = words(tableLengths);
    bits.put(LITERALS - FIRST_LENGTH, 5);
    bits.put(0, 5);
    bits.put(TABLE_SYMBOLS - 4, 4);
    for (int symbol : TABLE_ORDER) {
      bits.put(tableLengths[symbol], 3);
    }
    for (int i = 0; i < n; i++) {
      int symbol = runs[i] & 0xFF;
      bits.put(tableWords[symbol]);
      bits.put(runs[i] >>> 8, symbol < 16 ? 0 : symbol == 16 ? 2 : symbol == 17 ? 3 : 7);
    }
  }

  /// Shortens repeated lengths: 16 repeats the last one 3 to 6 times, 17 and 18 repeat a zero 3 to
  /// 10 and 11 to 138 times. Each entry has the symbol in its lower byte, the number of repetitions
  /// above it.
  private static int runs(int[] all, int[] runs) {
    int n = 0;
    int at = 0;
    while (at < all.length) {
      int same = at + 1;
      while (same < all.length && all[same] == all[at]) {
        same++;
      }
      int run = same - at;
      if (all[at] == 0 && run >= 3) {
        run = Math.min(run, 138);
        runs[n++] = run > 10 ? 18 | (run - 11) << 8 : 17 | (run - 3) << 8;
      } else if (run >= 4) {
        run = Math.min(run, 7);
        runs[n++] = all[at];
        runs[n++] = 16 | (run - 4) << 8;
      } else {
        run = 1;
        runs[n++] = all[at];
      }
      at += run;
    }
    return n;
  }
}
