package penumbra.io.png;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Adler32;

/// Deflates quickly: runs of one byte become matches, everything else becomes literals, and each
/// block uses its best Huffman codes (RFC 1950 and 1951).
///
/// ```
/// var deflater = new RunDeflater();
/// deflater.write(row, 0, row.length);
/// byte[] stream = deflater.finish();
/// ```
///
/// For radiographs after a PNG filter, the result is about as small as with a search for longer
/// matches, in a fraction of the time. It uses no library, so the bytes are the same everywhere.
final class RunDeflater {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int BLOCK = 1 << 17;

  /// Runs are searched eight bytes at a time, except in the last few bytes.
  private static final int MOST_STRETCHES = BLOCK / Long.BYTES + Long.BYTES;

  private static final int LEAST_MATCH = 3;
  private static final int LONGEST_MATCH = 258;
  private static final int END_OF_BLOCK = 256;

  private final byte[] block = new byte[BLOCK];

  /// Ranges of literals, each with the number of following bytes that repeat its last one.
  private final int[] starts = new int[MOST_STRETCHES];

  private final int[] runs = new int[MOST_STRETCHES];
  private int stretches;
  private final int[] counts = new int[DeflateCodes.LITERALS];
  private final int[] others = new int[END_OF_BLOCK];
  private final Adler32 check = new Adler32();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(BLOCK);
  private final BitWriter bits = new BitWriter(2 * BLOCK);
  private int filled;

  RunDeflater() {
    out.write(0x78);
    out.write(0x01);
  }

  /// Adds `n` bytes.
  void write(byte[] bytes, int from, int n) {
    int at = from;
    int left = n;
    while (left > 0) {
      if (filled == BLOCK) {
        writeBlock(false);
      }
      int part = Math.min(left, BLOCK - filled);
      System.arraycopy(bytes, at, block, filled, part);
      filled += part;
      at += part;
      left -= part;
    }
  }

  /// Returns the whole stream.
  byte[] finish() {
    writeBlock(true);
    bits.align();
    bits.drain(out);
    long sum = check.getValue();
    for (int shift = 24; shift >= 0; shift -= 8) {
      out.write((int) (sum >>> shift));
    }
    return out.toByteArray();
  }

  private void writeBlock(boolean last) {
    check.update(block, 0, filled);
    count();
    var codes = new DeflateCodes(counts);
    bits.put(last ? 1 : 0, 1);
    bits.put(2, 2);
    codes.writeTables(bits);
    encode(codes);
    bits.drain(out);
    filled = 0;
  }

  /// Records where the runs are, and counts the symbols.
  private void count() {
    Arrays.fill(counts, 0);
    Arrays.fill(others, 0);
    counts[END_OF_BLOCK] = 1;
    stretches = 0;
    int at = 0;
    while (at < filled) {
      int start = nextRun(at);
      countLiterals(at, start);
      int run = start < filled ? run(start) : 0;
      starts[stretches] = start;
      runs[stretches++] = run;
      for (int left = run; left > 0; left -= match(left)) {
        counts[DeflateCodes.symbolOf(match(left))]++;
      }
      at = start + run;
    }
    for (int i = 0; i < others.length; i++) {
      counts[i] += others[i];
    }
  }

  /// Alternates between two tables, because equal bytes in a row would wait for each other.
  private void countLiterals(int from, int to) {
    int at = from;
    for (; at + 1 < to; at += 2) {
      counts[block[at] & 0xFF]++;
      others[block[at + 1] & 0xFF]++;
    }
    if (at < to) {
      counts[block[at] & 0xFF]++;
    }
  }

  private void encode(DeflateCodes codes) {
    int[] words = codes.words();
    int[] matches = codes.matches();
    int at = 0;
    for (int i = 0; i < stretches; i++) {
      bits.put(block, at, starts[i], words);
      for (int left = runs[i]; left > 0; left -= match(left)) {
        bits.put(matches[match(left)]);
      }
      at = starts[i] + runs[i];
    }
    bits.put(words[END_OF_BLOCK]);
  }

  /// The next match of a run with that many bytes left, chosen so that no later match gets too
  /// short.
  private static int match(int left) {
    if (left <= LONGEST_MATCH) {
      return left;
    }
    return left < LONGEST_MATCH + LEAST_MATCH ? LONGEST_MATCH - LEAST_MATCH : LONGEST_MATCH;
  }

  /// The next position from `from` on where a run begins. It checks every eighth position for eight
  /// equal bytes, and then looks back for the run's start. It therefore misses short runs: they
  /// would save little, and each costs the processor a branch misprediction or two.
  private int nextRun(int from) {
    int least = Math.max(from, 1);
    int at = least;
    for (; at + Long.BYTES <= filled; at += Long.BYTES) {
      if ((long) LONGS.get(block, at) == (long) LONGS.get(block, at - 1)) {
        while (at > least && block[at - 1] == block[at - 2]) {
          at--;
        }
        return at;
      }
    }
    for (; at + 2 < filled; at++) {
      byte value = block[at - 1];
      if (block[at] == value && block[at + 1] == value && block[at + 2] == value) {
        return at;
      }
    }
    return filled;
  }

  /// The number of bytes from `at` on that repeat the previous one.
  private int run(int at) {
    byte value = block[at - 1];
    int end = at;
    long repeated = (value & 0xFFL) * 0x0101010101010101L;
    while (end + Long.BYTES <= filled && (long) LONGS.get(block, end) == repeated) {
      end += Long.BYTES;
    }
    while (end < filled && block[end] == value) {
      end++;
    }
    return end - at;
  }
}
