package penumbra.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.core.kernel.LineKernels;
import penumbra.core.kernel.LineKernels.Term;

/// What every implementation of the inner loops promises: the bits of the formulas, place by place.
abstract class KernelsContract extends RidgesContract {
  @ParameterizedTest
  @CsvSource({
    "SUM, 4",
    "SUM, 2",
    "SUM, 1",
    "DIFFERENCE, 4",
    "DIFFERENCE, 1",
    "TAP, 4",
    "TAP, 1",
  })
  void sweepsAddTermsInOrderWithoutFma(Term term, int terms) {
    var random = SplitMix64.of("double " + term + terms);
    for (int n : LENGTHS) {
      double[] taps = doubles(random, 4 * n + 200);
      int[] offsets = offsets(random, 9, taps.length - n - 60);
      double[] weights = doubles(random, 9);
      double[] start = doubles(random, n + 3);
      int shift = random.below(60);
      int k = random.below(2);
      double[] out = doubles(random, n + 5);
      double[] expected = out.clone();
      for (int x = 0; x < n; x++) {
        double sum = start[3 + x] * 0.7;
        for (int i = k; i < k + terms; i++) {
          double a = taps[offsets[i] + shift + x];
          double b = taps[offsets[8 - i] + shift + x];
          sum += (term == Term.TAP ? a : term == Term.SUM ? a + b : a - b) * weights[i];
        }
        expected[5 + x] = sum;
      }
      kernels().sweep(term, terms, taps, offsets, shift, weights, k, start, 3, 0.7, out, 5, n);
      assertThat(out).as("%s places", n).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SUM, 4",
    "SUM, 2",
    "SUM, 1",
    "DIFFERENCE, 4",
    "DIFFERENCE, 1",
    "TAP, 4",
    "TAP, 1",
  })
  void sweepsOfFloatsAddTermsInOrderWithFma(Term term, int terms) {
    var random = SplitMix64.of("float " + term + terms);
    for (int n : LENGTHS) {
      float[] taps = floats(random, 4 * n + 200);
      int[] offsets = offsets(random, 9, taps.length - n - 60);
      float[] weights = floats(random, 9);
      float[] start = floats(random, n + 3);
      int shift = random.below(60);
      int k = random.below(2);
      float[] out = floats(random, n + 5);
      float[] expected = out.clone();
      for (int x = 0; x < n; x++) {
        float sum = start[3 + x] * 0.7f;
        for (int i = k; i < k + terms; i++) {
          float a = taps[offsets[i] + shift + x];
          float b = taps[offsets[8 - i] + shift + x];
          sum = Math.fma(term == Term.TAP ? a : term == Term.SUM ? a + b : a - b, weights[i], sum);
        }
        expected[5 + x] = sum;
      }
      kernels().sweep(term, terms, taps, offsets, shift, weights, k, start, 3, 0.7f, out, 5, n);
      assertThat(out).as("%s places", n).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 96, 1024})
  void aFurtherSweepGoesOnFromItsOwnOutput(int n) {
    var random = SplitMix64.of("further " + n);
    double[] taps = doubles(random, n + 40);
    int[] offsets = offsets(random, 17, 40);
    double[] weights = doubles(random, 17);
    double[] whole = new double[n];
    kernels().scale(taps, offsets[8], weights[8], whole, 0, n);
    for (int k = 0; k < 8; k++) {
      kernels().sweep(Term.SUM, 1, taps, offsets, 0, weights, k, whole, 0, 1, whole, 0, n);
    }
    double[] byFours = new double[n];
    double middle = weights[8];
    kernels()
        .sweep(Term.SUM, 4, taps, offsets, 0, weights, 0, taps, offsets[8], middle, byFours, 0, n);
    kernels().sweep(Term.SUM, 4, taps, offsets, 0, weights, 4, byFours, 0, 1, byFours, 0, n);
    assertThat(byFours).isEqualTo(whole);
  }

  @Test
  void aSweepMayAddTwoSumsOrFourOfAnyTerm() {
    assertThat(LineKernels.terms(Term.SUM, 1)).isEqualTo(1);
    assertThat(LineKernels.terms(Term.SUM, 3)).isEqualTo(2);
    assertThat(LineKernels.terms(Term.TAP, 3)).isEqualTo(1);
    assertThat(LineKernels.terms(Term.DIFFERENCE, 40)).isEqualTo(4);
  }

  @Test
  void twoKernelsInOneSweepGiveWhatEachGivesAlone() {
    var random = SplitMix64.of("twins");
    for (int n : LENGTHS) {
      double[] taps = doubles(random, 4 * n + 200);
      float[] floatTaps = floats(random, taps.length);
      int[] offsets = offsets(random, 11, taps.length - n - 60);
      double[][] weights = {doubles(random, 11), doubles(random, 11)};
      float[][] floatWeights = {floats(random, 11), floats(random, 11)};
      double[][] out = new double[2][n + 9];
      float[][] floatOut = new float[2][n + 9];
      kernels().twinSweep(taps, offsets, 7, weights[0], weights[1], out[0], 3, out[1], 9, n);
      kernels()
          .twinSweep(
              floatTaps,
              offsets,
              7,
              floatWeights[0],
              floatWeights[1],
              floatOut[0],
              3,
              floatOut[1],
              9,
              n);
      for (int i = 0; i < 2; i++) {
        double[] w = weights[i];
        float[] v = floatWeights[i];
        double[] alone = new double[n + 9];
        float[] floatAlone = new float[n + 9];
        int at = i == 0 ? 3 : 9;
        int from = offsets[5] + 7;
        kernels().sweep(Term.SUM, 4, taps, offsets, 7, w, 0, taps, from, w[5], alone, at, n);
        kernels()
            .sweep(
                Term.SUM, 4, floatTaps, offsets, 7, v, 0, floatTaps, from, v[5], floatAlone, at, n);
        assertThat(out[i]).isEqualTo(alone);
        assertThat(floatOut[i]).isEqualTo(floatAlone);
      }
    }
  }

  @Test
  void everyByteAndShortIsWidenedAsUnsigned() {
    byte[] bytes = new byte[256];
    short[] shorts = new short[65536];
    for (int i = 0; i < shorts.length; i++) {
      shorts[i] = (short) i;
      bytes[i % 256] = (byte) i;
    }
    float[] floats = new float[65536 + 7];
    double[] doubles = new double[65536 + 7];
    kernels().widen(bytes, floats, 7, 256);
    kernels().widen(bytes, doubles, 7, 256);
    for (int i = 0; i < 256; i++) {
      assertThat(floats[7 + i]).isEqualTo(i);
      assertThat(doubles[7 + i]).isEqualTo(i);
    }
    kernels().widen(shorts, floats, 7, 65536);
    kernels().widen(shorts, doubles, 7, 65536);
    for (int i = 0; i < 65536; i++) {
      assertThat(floats[7 + i]).isEqualTo(i);
      assertThat(doubles[7 + i]).isEqualTo(i);
    }
  }

  @Test
  void narrowingRoundsToEvenAndClamps() {
    float[] in = {
      -1,
      -0f,
      0.5f,
      0.50001f,
      1.5f,
      2.5f,
      254.5f,
      254.49998f,
      255,
      255.4f,
      256,
      1e9f,
      -1e9f,
      Float.NaN,
      Float.POSITIVE_INFINITY,
      Float.NEGATIVE_INFINITY
    };
    int[] expected = {0, 0, 0, 1, 2, 2, 254, 254, 255, 255, 255, 255, 0, 0, 255, 0};
    byte[] out = new byte[32];
    float[] twice = new float[in.length * 2 + 1];
    System.arraycopy(in, 0, twice, 1, in.length);
    System.arraycopy(in, 0, twice, 1 + in.length, in.length);
    kernels().narrow(twice, 1, out, 32);
    for (int i = 0; i < 32; i++) {
      assertThat(out[i] & 0xFF).as("%s", in[i % 16]).isEqualTo(expected[i % 16]);
    }
  }

  @Test
  void truncationKeepsTheLowBitsAsACastDoes() {
    var random = SplitMix64.of("truncate");
    double[] line = new double[64 + 3];
    Arrays.setAll(line, _ -> random.between(-3000, 3000));
    line[3] = -3.7;
    line[4] = Integer.MAX_VALUE;
    line[5] = Integer.MIN_VALUE;
    double[] expected = line.clone();
    for (int i = 3; i < line.length; i++) {
      expected[i] = (int) line[i] & 0xFF;
    }
    kernels().truncate(line, 3, 64);
    assertThat(line).isEqualTo(expected);
    assertThat(line[3]).isEqualTo(253);
  }

  @Test
  void bothDerivativesComeFromThreeLines() {
    var random = SplitMix64.of("gradient");
    for (int n : LENGTHS) {
      int stride = n + 32;
      float[] lines = floats(random, 3 * stride);
      float[] dx = new float[n];
      float[] dy = new float[n];
      kernels().gradient(lines, 3, stride + 3, 2 * stride + 3, 2, dx, dy, n);
      for (int x = 0; x < n; x++) {
        float[] a = Arrays.copyOfRange(lines, 2 + x, 5 + x);
        float[] b = Arrays.copyOfRange(lines, stride + 2 + x, stride + 5 + x);
        float[] c = Arrays.copyOfRange(lines, 2 * stride + 2 + x, 2 * stride + 5 + x);
        assertThat(dx[x]).isEqualTo(Math.fma(2, b[2] - b[0], (a[2] - a[0]) + (c[2] - c[0])));
        assertThat(dy[x]).isEqualTo(Math.fma(2, c[1] - a[1], (c[0] - a[0]) + (c[2] - a[2])));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void derivativesAndMagnitudesMayComeFromOneLoop(boolean squared) {
    var random = SplitMix64.of("gradient and magnitudes");
    for (int n : LENGTHS) {
      int stride = n + 32;
      float[] lines = floats(random, 3 * stride);
      float[][] apart = {new float[n], new float[n], new float[n + 5]};
      kernels().gradient(lines, 3, stride + 3, 2 * stride + 3, 2, apart[0], apart[1], n);
      kernels().magnitudes(squared, apart[0], apart[1], apart[2], 5, n);
      float[][] atOnce = {new float[n], new float[n], new float[n + 5]};
      kernels()
          .gradientAndMagnitudes(
              lines,
              3,
              stride + 3,
              2 * stride + 3,
              2,
              squared,
              atOnce[0],
              atOnce[1],
              atOnce[2],
              5,
              n);
      assertThat(atOnce).isDeepEqualTo(apart);
    }
  }

  @ParameterizedTest
  @CsvSource({"8, true", "8, false", "16, true", "16, false"})
  void numbersAboveABoundStayOrAreMarked(int bits, boolean isSigned) {
    var random = SplitMix64.of("above " + bits + isSigned);
    int perWord = Long.SIZE / bits;
    int least = isSigned ? -(1 << (bits - 1)) : 0;
    int most = least + (1 << bits) - 1;
    for (int bound : new int[] {least, least + 1, -1, 0, 1, 100, 150, most - 1, most}) {
      for (int n : bound < least || bound > most ? new int[0] : LENGTHS) {
        long[] words = new long[n];
        Arrays.setAll(words, _ -> random.next());
        long[] kept = new long[n];
        long[] marked = new long[n];
        for (int i = 0; i < n * perWord; i++) {
          int shift = i % perWord * bits;
          long element = (words[i / perWord] >>> shift) & ((1L << bits) - 1);
          long value = isSigned && element > most ? element - (1L << bits) : element;
          kept[i / perWord] |= value > bound ? element << shift : 0;
          marked[i / perWord] |= value > bound ? ((1L << bits) - 1) << shift : 0;
        }
        long[] copy = words.clone();
        kernels().above(words, n, bits, isSigned, bound, true);
        kernels().above(copy, n, bits, isSigned, bound, false);
        assertThat(words).as("above %s", bound).isEqualTo(kept);
        assertThat(copy).as("above %s", bound).isEqualTo(marked);
      }
    }
  }

  @Test
  void magnitudesAreComputedPlaceByPlace() {
    var random = SplitMix64.of("magnitudes");
    for (int n : LENGTHS) {
      float[] dx = floats(random, n);
      float[] dy = floats(random, n);
      float[] absolute = new float[n + 5];
      float[] squared = new float[n + 5];
      kernels().magnitudes(false, dx, dy, absolute, 5, n);
      kernels().magnitudes(true, dx, dy, squared, 5, n);
      float[] root = dx.clone();
      kernels().hypotenuse(root, dy, n);
      for (int x = 0; x < n; x++) {
        float sum = dx[x] * dx[x] + dy[x] * dy[x];
        assertThat(absolute[5 + x]).isEqualTo(Math.abs(dx[x]) + Math.abs(dy[x]));
        assertThat(squared[5 + x]).isEqualTo(sum);
        assertThat(root[x]).isEqualTo((float) Math.sqrt(sum));
      }
    }
  }

  private static double[] doubles(SplitMix64 random, int n) {
    double[] values = new double[n];
    Arrays.setAll(values, _ -> random.between(-100, 100));
    return values;
  }

  private static float[] floats(SplitMix64 random, int n) {
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) random.between(-100, 100);
    }
    return values;
  }

  private static int[] offsets(SplitMix64 random, int n, int bound) {
    int[] offsets = new int[n];
    Arrays.setAll(offsets, _ -> random.below(bound));
    return offsets;
  }
}
