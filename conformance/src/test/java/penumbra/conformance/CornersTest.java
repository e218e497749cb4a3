package penumbra.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.catalogue.Catalogue;
import penumbra.catalogue.Operation;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Filter;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.PerAxis;
import penumbra.core.filter.Gaussian;
import penumbra.core.filter.intensity.Normalize;

/// What is rare has SciPy's bits too: whole numbers that a double does not hold, and arrays of four
/// and five axes. `golden_corners.py` wrote the results.
class CornersTest {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  static Stream<String> lines() throws IOException {
    try (InputStream in = CornersTest.class.getResourceAsStream("corners.tsv")) {
      byte[] all = Objects.requireNonNull(in, "corners.tsv is missing").readAllBytes();
      return new String(all, StandardCharsets.UTF_8).lines().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void hasTheBitsOfSciPy(String line) {
    String[] parts = line.split("\t", -1);
    DType output = DType.ofLabel(parts[3]);
    Operation operation = Catalogue.operation(parts[0]);
    Map<String, String> values =
        parts[0].equals("laplace")
            ? Map.of("output-type", parts[3])
            : Map.of("output-type", parts[3], "sigma", parts[1]);

    NdArray result =
        operation.build(values).apply(input(parts[2], Integer.parseInt(parts[4]), shape(parts[5])));

    long[] expected = Arrays.stream(parts[6].split(" ", -1)).mapToLong(Long::parseLong).toArray();
    assertThat(result.type()).isEqualTo(output);
    assertThat(bits(result)).isEqualTo(expected);
  }

  private static int[] shape(String lengths) {
    return GeneratedInput.shape(lengths).stream().mapToInt(Integer::intValue).toArray();
  }

  private static NdArray input(String type, int seed, int... shape) {
    long[] words = new long[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < words.length; i++) {
      words[i] = STEP * (i + 1 + 97L * seed);
    }
    if (type.equals("int64")) {
      return NdArray.ofInt64(Arrays.stream(words).map(word -> word >> 1).toArray(), shape);
    }
    if (type.equals("float64")) {
      return NdArray.ofFloat64(
          Arrays.stream(words).mapToDouble(word -> word >>> 40).toArray(), shape);
    }
    int[] upper = Arrays.stream(words).mapToInt(word -> (int) (word >>> Integer.SIZE)).toArray();
    return NdArray.ofUint32(upper, shape);
  }

  /// Whole numbers as they are, others as the bits of a double.
  private static long[] bits(NdArray array) {
    if (array.type() == DType.INT64) {
      return array.segment().toArray(java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED);
    }
    boolean whole = array.type().isInteger();
    return Arrays.stream(array.toDoubles())
        .mapToLong(value -> whole ? (long) value : Double.doubleToRawLongBits(value))
        .toArray();
  }

  @Test
  void passesThatGrowAndShrinkAgainAreNotTakenForExact() {
    // The weights of order 6 are beyond all bounds, and those of order 1 bring none of it back.
    NdArray small = NdArray.ofInt16(new short[] {0, 1, 2, 3, 4, 5}, 2, 3);
    Filter filter =
        new Gaussian(
            PerAxis.of(1e-7),
            PerAxis.of(6, 1),
            Boundary.reflect(),
            4,
            OutputType.of(DType.FLOAT32));

    double[] result = filter.apply(small).toDoubles();

    // As scipy.ndimage.gaussian_filter(x, 1e-7, order=(6, 1), output=np.float32)
    assertThat(Double.doubleToRawLongBits(result[0])).isEqualTo(Double.doubleToRawLongBits(-0.0));
    assertThat(Arrays.copyOfRange(result, 1, 6)).containsOnly(Double.NaN);
  }

  @Test
  void theMaximumOfWholeNumbersBecomesUpperItself() {
    for (int max = 1; max <= 255; max++) {
      NdArray levels = NdArray.ofUint8(new byte[] {0, (byte) max}, 2);
      assertThat(Normalize.toMaximum(255).apply(levels).toDoubles()).containsExactly(0, 255);
    }
  }
}
