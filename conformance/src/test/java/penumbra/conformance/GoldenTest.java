package penumbra.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every golden case: what SciPy, NumPy and OpenCV give on generated inputs.
class GoldenTest {
  private static final List<String> BIT_FOR_BIT =
      List.of(
          "gaussian",
          "gaussian-kernel",
          "gaussian-laplace",
          "gaussian-gradient-magnitude",
          "laplace",
          "sobel",
          "prewitt",
          "sobel-magnitude",
          "prewitt-magnitude",
          "fourier-gaussian-multiplier",
          "hypot",
          "threshold-keep",
          "threshold-binary",
          "normalize-maximum",
          "histogram",
          "canny",
          "map-range",
          "standardize",
          "imagenet",
          "pad",
          "crop",
          "centre-crop",
          "resize",
          "resize-opencv",
          "resize-skimage",
          "letterbox",
          "clahe",
          "correlate1d",
          "generic-filter1d",
          "generic-filter",
          "median");

  private static final List<String> WITHIN_A_TOLERANCE =
      List.of("fourier-gaussian", "resize-area", "statistics");

  private static final int SHOWN = 5;
  private static final int MEAN = 3;
  private static final int DEVIATION = 5;

  /// The golden files that are compared.
  static List<String> names() {
    return Stream.concat(BIT_FOR_BIT.stream(), WITHIN_A_TOLERANCE.stream()).toList();
  }

  @TestFactory
  Stream<DynamicTest> hasTheBitsOfTheOracle() {
    return BIT_FOR_BIT.stream()
        .flatMap(name ->
            byInputType(name).entrySet().stream()
                .map(entry ->
                    DynamicTest.dynamicTest(
                        name + " of " + entry.getKey(), () -> compare(name, entry.getValue()))));
  }

  private static Map<String, List<GoldenCase>> byInputType(String name) {
    return GoldenFile.cases(name).stream()
        .collect(Collectors.groupingBy(GoldenCase::inputType, TreeMap::new, Collectors.toList()));
  }

  private static void compare(String name, List<GoldenCase> cases) {
    List<String> wrong = new ArrayList<>();
    for (GoldenCase golden : cases) {
      Bits.mismatch(golden, GoldenCalls.result(name, golden))
          .ifPresent(difference -> wrong.add(golden.line() + ": " + difference));
    }
    if (!wrong.isEmpty()) {
      fail(
          "%s: %d of %d cases differ, the first of them:\n%s"
              .formatted(
                  name,
                  wrong.size(),
                  cases.size(),
                  wrong.stream().limit(SHOWN).collect(Collectors.joining("\n"))));
    }
  }

  @Test
  void fourierSmoothingAgreesWithSciPyWithin12Digits() {
    for (GoldenCase golden : GoldenFile.cases("fourier-gaussian")) {
      double[] expected = Bits.expected(golden).toDoubles();
      double[] actual = GoldenCalls.result("fourier-gaussian", golden).toDoubles();
      assertThat(actual)
          .as(golden.line())
          .containsExactly(expected, within(1e-12 * largest(golden.input().toDoubles())));
    }
  }

  @Test
  void shrinkingByAreasAgreesWithOpenCvWhoseWeightsHaveSevenDigits() {
    for (GoldenCase golden : GoldenFile.cases("resize-area")) {
      double[] expected = Bits.expected(golden).toDoubles();
      double[] actual = GoldenCalls.result("resize-area", golden).toDoubles();
      assertThat(actual)
          .as(golden.line())
          .containsExactly(expected, within(1e-6 * largest(golden.input().toDoubles())));
    }
  }

  @Test
  void meanAndDeviationAgreeWithNumPyWithin13DigitsAndTheOtherFiguresExactly() {
    for (GoldenCase golden : GoldenFile.cases("statistics")) {
      double[] expected = Bits.expected(golden).toDoubles();
      double[] actual = GoldenCalls.result("statistics", golden).toDoubles();
      double tolerance = 1e-13 * largest(golden.input().toDoubles());
      for (int i = 0; i < expected.length; i++) {
        boolean rounded = (i == MEAN || i == DEVIATION) && Double.isFinite(expected[i]);
        boolean equal =
            rounded
                ? Math.abs(actual[i] - expected[i]) <= tolerance
                : Double.compare(actual[i], expected[i]) == 0;
        assertThat(equal)
            .as("%s: figure %d is %s, expected %s", golden.line(), i, actual[i], expected[i])
            .isTrue();
      }
    }
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).filter(Double::isFinite).max().orElse(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reflect", "constant", "nearest", "mirror", "wrap"})
  void theGoldenCasesHoldEveryTypeUnderEveryBoundary(String boundary) {
    Function<String, List<String>> typesIn =
        name ->
            GoldenFile.cases(name).stream()
                .filter(golden -> golden.text("boundary").equals(boundary))
                .map(GoldenCase::inputType)
                .distinct()
                .toList();
    for (String name : List.of("gaussian", "gaussian-laplace", "laplace", "sobel", "prewitt")) {
      assertThat(typesIn.apply(name))
          .as(name)
          .contains("uint8", "int16", "uint16", "int32", "float32", "float64");
    }
  }
}
