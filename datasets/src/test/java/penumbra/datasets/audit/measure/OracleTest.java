package penumbra.datasets.audit.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.measure.Entropy;
import penumbra.datasets.stats.Sharpness;

/// Entropy, sharpness, blur and areas under the curve against scikit-image, OpenCV and NumPy; the
/// script that wrote the numbers is `conformance/golden_audit.py`.
class OracleTest {
  private static final Execution ALONE = Execution.ofThreads(1);

  private static Stream<List<String>> lines(String kind) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(OracleTest.class.getResourceAsStream("oracle.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> line.startsWith(kind + "\t"))
              .map(line -> List.of(line.split("\t", -1)))
              .toList()
              .stream();
    }
  }

  static Stream<List<String>> pictures() throws IOException {
    return lines("image");
  }

  static Stream<List<String>> areas() throws IOException {
    return lines("auc");
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void entropySharpnessAndBlurAreThoseOfTheReferences(List<String> line) {
    int height = Integer.parseInt(line.get(2));
    int width = Integer.parseInt(line.get(3));
    NdArray picture = picture(line.get(1), height, width);
    double entropy = Double.parseDouble(line.get(4));
    double sharpness = Double.parseDouble(line.get(5));
    assertThat(Entropy.of(picture)).isCloseTo(entropy, within(1e-12));
    assertThat(Sharpness.of(picture, ALONE)).isCloseTo(sharpness, within(1e-9 * (1 + sharpness)));
    if (!line.get(6).equals("nan")) {
      double blur = Double.parseDouble(line.get(6));
      assertThat(BlurEffect.of(picture, ALONE)).isCloseTo(blur, within(1e-9));
    }
  }

  @ParameterizedTest
  @MethodSource("areas")
  void areasAndTheirErrorsAreThoseOfTheDefinition(List<String> line) {
    int seed = Integer.parseInt(line.get(1));
    int step = Integer.parseInt(line.get(4));
    double[] positives = numbers(seed, Integer.parseInt(line.get(2)), step, seed == 3 ? 0.5 : 0);
    double[] negatives = numbers(seed + 10, Integer.parseInt(line.get(3)), step, 0);
    Auc auc = Auc.of(positives, negatives);
    assertThat(auc.value()).isCloseTo(Double.parseDouble(line.get(5)), within(1e-12));
    assertThat(auc.standardError()).isCloseTo(Double.parseDouble(line.get(6)), within(1e-12));
    assertThat(auc.low()).isLessThan(auc.value());
    assertThat(auc.high()).isGreaterThan(auc.value());
    assertThat(Auc.of(negatives, positives).value()).isCloseTo(1 - auc.value(), within(1e-12));
  }

  private static NdArray picture(String kind, int height, int width) {
    byte[] pixels = new byte[height * width];
    for (long y = 0; y < height; y++) {
      for (long x = 0; x < width; x++) {
        long value =
            switch (kind) {
              case "smooth" -> (x * x + 3 * y * y + x * y) / (height + width);
              case "bars" -> x / 5 % 2 * 200 + y / 7 % 3 * 20;
              case "noise" ->
                  (x * 1103515245L + y * 12345 + x * y * 40503 + (x ^ y) * 2654435761L) >> 7;
              default -> 77;
            };
        pixels[(int) (y * width + x)] = (byte) value;
      }
    }
    return NdArray.ofUint8(pixels, height, width);
  }

  private static double[] numbers(int seed, int count, int step, double more) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      long whole = (i * 7919L + seed * 104729L) % 97 / step;
      numbers[i] = whole + i % 3 * 0.25 + more;
    }
    return numbers;
  }
}
