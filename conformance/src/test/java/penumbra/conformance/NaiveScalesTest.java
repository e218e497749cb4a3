package penumbra.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.core.Chain;
import penumbra.core.DType;
import penumbra.core.Filter;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.filter.Gaussian;
import penumbra.core.filter.SobelMagnitude;
import penumbra.core.filter.intensity.MapRange;
import penumbra.core.filter.intensity.Normalize;
import penumbra.core.filter.intensity.Threshold;

/// Scalings, and chains of filters, against their naive twins, bit for bit.
class NaiveScalesTest {
  private static final int CASES = 500;

  private static NdArray image(SplitMix64 random) {
    DType type = random.oneOf(DType.UINT8, DType.INT16, DType.UINT16, DType.FLOAT32, DType.FLOAT64);
    var flavour =
        random.oneOf(
            GeneratedInput.Flavour.FULL, GeneratedInput.Flavour.LOW, GeneratedInput.Flavour.IMAGE);
    var shape = List.of(1 + random.below(9), 1 + random.below(40));
    return new GeneratedInput(type, shape, flavour).array();
  }

  @Test
  @ReferenceFor(Normalize.class)
  void normalizeBringsTheExtremesToTheEndsOfTheRange() {
    var random = SplitMix64.of("normalize range");
    for (int i = 0; i < CASES; i++) {
      NdArray input = image(random);
      DType type = random.oneOf(DType.UINT8, DType.INT16, DType.FLOAT32, DType.FLOAT64);
      double lower = random.below(100);
      double upper = lower + 1 + random.below(155);
      double[] values = input.toDoubles();
      double min = Arrays.stream(values).min().orElseThrow();
      double max = Arrays.stream(values).max().orElseThrow();
      double factor = max == min ? 0 : (upper - lower) / (max - min);
      for (int at = 0; at < values.length; at++) {
        double exact = lower + (values[at] - min) * factor;
        values[at] = type.isInteger() ? Math.rint(exact) : exact;
      }
      var filter = Normalize.toRange(lower, upper).withOutputType(OutputType.of(type));
      assertThat(Bits.mismatch(NdArray.of(type, values, input.shape()), filter.apply(input)))
          .as("%s of %s", filter, input)
          .isEmpty();
    }
  }

  @Test
  @ReferenceFor(Chain.class)
  void aChainIsItsFiltersOneAfterTheOther() {
    var random = SplitMix64.of("chain");
    for (int i = 0; i < CASES; i++) {
      NdArray input = image(random);
      NdArray expected = input;
      Filter[] filters = new Filter[1 + random.below(4)];
      for (int at = 0; at < filters.length; at++) {
        filters[at] =
            random.oneOf(
                Gaussian.of(random.between(0.3, 2)),
                SobelMagnitude.standard(),
                Normalize.toMaximum(255),
                Normalize.toRange(0, 1).withOutputType(OutputType.of(DType.FLOAT64)),
                MapRange.of(0, 255, 0, 1),
                Threshold.keep(0.5),
                Threshold.binary(100));
        expected = filters[at].apply(expected);
      }
      Chain chain = Chain.of(filters);
      assertThat(Bits.mismatch(expected, chain.apply(input)))
          .as("%s of %s", chain, input)
          .isEmpty();
    }
  }
}
