package penumbra.core.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.filter.intensity.Normalize;
import penumbra.core.filter.intensity.Threshold;

class PointwiseFilterTest {
  private static final NdArray LEVELS = NdArray.ofUint8(new byte[] {0, 50, 100, (byte) 200}, 2, 2);

  @Test
  void keepsWhatIsStrictlyAboveTheThreshold() {
    assertThat(Threshold.keep(100).apply(LEVELS).toDoubles()).containsExactly(0, 0, 0, 200);
    NdArray mask = Threshold.binary(49.5).apply(LEVELS);
    assertThat(mask).hasToString("(2, 2) uint8");
    assertThat(mask.toDoubles()).containsExactly(0, 255, 255, 255);
  }

  @Test
  void scalesTheMaximum() {
    NdArray scaled = Normalize.toMaximum(255).apply(LEVELS);
    assertThat(scaled.type()).isEqualTo(DType.FLOAT32);
    assertThat(scaled.toDoubles()).containsExactly(0, 63.75, 127.5, 255);
  }

  @Test
  void storesFactorAndProductInTheInputsOwnType() {
    float[] values = new float[5000];
    float[] expected = new float[values.length];
    Random random = new Random(1);
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 9 == 0 ? random.nextFloat() * 0x1p-140f : random.nextFloat(-900, 900);
    }
    values[4321] = 987.25f;
    values[7] = Float.NaN;
    values[8] = Float.NEGATIVE_INFINITY;
    double factor = (float) (255 / 987.25);
    for (int i = 0; i < values.length; i++) {
      expected[i] = (float) (values[i] * factor);
    }
    NdArray result = Normalize.toMaximum(255).apply(NdArray.ofFloat32(values, 5000));
    assertThat(result.sameBits(NdArray.ofFloat32(expected, 5000))).isTrue();
  }

  @Test
  void scalesTheRangeAndRoundsToWholeNumbers() {
    NdArray signed = NdArray.of(DType.FLOAT64, new double[] {-1, 0, 1, Double.NaN}, 4);
    assertThat(Normalize.toRange(10, 20).apply(signed).toDoubles())
        .containsExactly(10, 15, 20, Double.NaN);
    Normalize toBytes = Normalize.toRange(0, 255).withOutputType(OutputType.of(DType.UINT8));
    assertThat(toBytes.apply(signed).toDoubles()).containsExactly(0, 128, 255, 0);
  }

  @Test
  void leavesNothingToScaleWhereAllIsZero() {
    NdArray zeros = NdArray.ofFloat32(new float[3], 3);
    assertThat(Normalize.toMaximum(255).apply(zeros).toDoubles()).containsExactly(0, 0, 0);
    assertThat(Normalize.toRange(5, 6).apply(zeros).toDoubles()).containsExactly(5, 5, 5);
  }

  @Test
  void refusesARangeThatWouldWrap() {
    Normalize tooWide = Normalize.toMaximum(256).withOutputType(OutputType.of(DType.UINT8));
    assertThatThrownBy(() -> tooWide.apply(LEVELS))
        .hasMessage(
            "the range of the normalised values must lie in that of uint8, 0..255, but is"
                + " 0.0..256.0; give another range or output type");
  }

  @Test
  void givesTheHypotenuseInNumPysType() {
    NdArray other = NdArray.ofUint8(new byte[] {0, 0, 0, (byte) 150}, 2, 2);
    NdArray length = Hypot.of(LEVELS, other);
    assertThat(length.type()).isEqualTo(DType.FLOAT16);
    assertThat(length.toDoubles()).containsExactly(0, 50, 100, 250);
    assertThat(Hypot.of(LEVELS, other.as(DType.UINT16)).type()).isEqualTo(DType.FLOAT32);
    assertThat(Hypot.of(LEVELS, other.as(DType.INT32)).type()).isEqualTo(DType.FLOAT64);
    assertThatThrownBy(() -> Hypot.of(LEVELS, other.reshape(4)))
        .hasMessage(
            "the shape of the second array must be that of the first, (2, 2), but is (4,); give two"
                + " arrays of one shape");
  }
}
