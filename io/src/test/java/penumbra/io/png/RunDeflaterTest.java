package penumbra.io.png;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunDeflaterTest {
  private static void assertComesBack(byte[] bytes) throws Exception {
    var deflater = new RunDeflater();
    int half = bytes.length / 2;
    deflater.write(bytes, 0, half);
    deflater.write(bytes, half, bytes.length - half);
    byte[] stream = deflater.finish();
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(stream);
      byte[] back = new byte[bytes.length + 1];
      int n = 0;
      while (!inflater.finished() && n < back.length) {
        int more = inflater.inflate(back, n, back.length - n);
        assertThat(more > 0 || inflater.finished()).isTrue();
        n += more;
      }
      assertThat(Arrays.copyOf(back, n)).isEqualTo(bytes);
      assertThat(inflater.finished()).as("with its check sum").isTrue();
      assertThat(inflater.getRemaining()).isZero();
    }
  }

  @Test
  void aRunOfAnyLengthComesBack() throws Exception {
    for (int run = 0; run < 1100; run++) {
      byte[] bytes = new byte[run + 3];
      Arrays.fill(bytes, 1, run + 1, (byte) 7);
      assertComesBack(bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 131_071, 131_072, 131_073, 400_000})
  void constantBytesComeBackAcrossBlocks(int length) throws Exception {
    assertComesBack(new byte[length]);
  }

  @Test
  void drawnRunsOfDrawnBytesComeBack() throws Exception {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      byte[] bytes = new byte[random.nextInt(300_000)];
      int longest = 1 + random.nextInt(600);
      int values = 1 + random.nextInt(256);
      for (int at = 0; at < bytes.length; ) {
        int end = Math.min(bytes.length, at + 1 + random.nextInt(longest));
        Arrays.fill(bytes, at, end, (byte) random.nextInt(values));
        at = end;
      }
      assertComesBack(bytes);
    }
  }

  /// Of each length one after the other, so that a block holds as many as it ever can.
  @ParameterizedTest
  @ValueSource(ints = {3, 7, 8, 9, 10, 15, 16, 17})
  void nothingButRunsComesBack(int run) throws Exception {
    for (int shift = 0; shift < 8; shift++) {
      byte[] bytes = new byte[400_000];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) ((i + shift) / run);
      }
      assertComesBack(bytes);
    }
  }

  /// Counts that double from symbol to symbol ask for words far longer than deflate allows.
  @Test
  void wordsStayWithinTheLimitWhereHuffmansWouldNot() throws Exception {
    byte[] bytes = new byte[1 << 17];
    int at = 0;
    for (int symbol = 0; at < bytes.length; symbol++) {
      int n = Math.min(bytes.length - at, Math.max(1, bytes.length >> (symbol + 1)));
      for (int i = 0; i < n; i++) {
        bytes[at++] = (byte) (symbol % 2 == 0 ? symbol : 255 - symbol);
      }
    }
    Random random = new Random(5);
    for (int i = bytes.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      byte spare = bytes[i];
      bytes[i] = bytes[other];
      bytes[other] = spare;
    }
    assertComesBack(bytes);
  }

  @Test
  void lengthsMakeACompleteCodeOfTheLeastCost() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      int[] counts = new int[2 + random.nextInt(285)];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = random.nextInt(3) == 0 ? 0 : (int) Math.exp(12 * random.nextDouble());
      }
      counts[0] = 1;
      counts[1] = 1;
      int[] limited = HuffmanLengths.of(counts, 9);
      int[] free = HuffmanLengths.of(counts, 40);
      double room = 0;
      for (int i = 0; i < counts.length; i++) {
        assertThat(limited[i] == 0).isEqualTo(counts[i] == 0);
        assertThat(limited[i]).isLessThanOrEqualTo(9);
        room += limited[i] == 0 ? 0 : Math.pow(2, -limited[i]);
      }
      assertThat(room).as("completeness, seed %d", seed).isEqualTo(1);
      assertThat(cost(counts, free)).isLessThanOrEqualTo(cost(counts, limited));
      assertThat(cost(counts, free)).isLessThan(entropy(counts) + total(counts));
    }
  }

  private static double cost(int[] counts, int[] lengths) {
    double cost = 0;
    for (int i = 0; i < counts.length; i++) {
      cost += (double) counts[i] * lengths[i];
    }
    return cost;
  }

  private static double entropy(int[] counts) {
    double total = total(counts);
    return Arrays.stream(counts)
        .filter(count -> count > 0)
        .mapToDouble(count -> count * Math.log(total / count) / Math.log(2))
        .sum();
  }

  private static double total(int[] counts) {
    return Arrays.stream(counts).sum();
  }
}
