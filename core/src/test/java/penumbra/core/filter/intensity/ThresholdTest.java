package penumbra.core.filter.intensity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.RandomArrays;

/// The comparison in each type against that in double precision.
class ThresholdTest {
  private static final int[] LENGTHS = {0, 1, 3, 8, 9, 4095, 4096, 4099};
  private static final int SHARED = 300_001;

  @ParameterizedTest
  @EnumSource
  void comparesWithAnyValue(DType type) {
    for (int n : LENGTHS) {
      NdArray input = RandomArrays.of(type, n, n);
      for (double value : thresholds(type)) {
        assertSame(input, value, Execution.ofThreads(1));
      }
    }
  }

  private static double[] thresholds(DType type) {
    double[] ends = {
      type.min(),
      Math.nextDown(type.min()),
      type.min() - 1,
      type.max(),
      Math.nextUp(type.max()),
      type.max() - 0.5,
      60.25,
      61,
      -0x1p-149,
      -0x1p-150,
      0x1p-150
    };
    return DoubleStream.concat(Arrays.stream(RandomArrays.turns()), Arrays.stream(ends))
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }

  @ParameterizedTest
  @EnumSource
  void doesNotDependOnTheNumberOfThreads(DType type) {
    NdArray input = RandomArrays.of(type, 1, SHARED);
    for (int threads : new int[] {1, 2, 7}) {
      assertSame(input, 60, Execution.ofThreads(threads));
    }
  }

  private static void assertSame(NdArray input, double value, Execution execution) {
    double[] elements = input.toDoubles();
    double[] kept = new double[elements.length];
    double[] marks = new double[elements.length];
    for (int i = 0; i < elements.length; i++) {
      kept[i] = elements[i] > value ? elements[i] : 0;
      marks[i] = elements[i] > value ? 255 : 0;
    }
    NdArray keep = NdArray.of(input.type(), kept, kept.length);
    NdArray mark = NdArray.of(DType.UINT8, marks, marks.length);
    assertThat(Threshold.keep(value).apply(input, execution).sameBits(keep))
        .as("%s above %s", input, value)
        .isTrue();
    assertThat(Threshold.binary(value).apply(input, execution).sameBits(mark))
        .as("%s above %s", input, value)
        .isTrue();
  }
}
