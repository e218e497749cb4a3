package penumbra.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import penumbra.core.DType;
import penumbra.core.NdArray;

/// The comparison that all golden tests trust notices what it should.
class BitsTest {
  @Test
  void oneBitInOneElementIsNoticedAndShown() {
    NdArray expected = NdArray.ofFloat64(new double[] {1, 2, 3}, 3);
    NdArray actual = NdArray.ofFloat64(new double[] {1, Math.nextUp(2.0), 3}, 3);
    assertThat(Bits.mismatch(expected, actual))
        .hasValue(
            "[1] is 2.0000000000000004 (4000000000000001), expected 2.0 (4000000000000000)"
                + " (1 of 3 elements differ)");
  }

  @Test
  void zerosOfBothSignsDiffer() {
    assertThat(
            Bits.mismatch(
                NdArray.ofFloat32(new float[] {0}, 1), NdArray.ofFloat32(new float[] {-0f}, 1)))
        .hasValue("[0] is -0.0 (80000000), expected 0.0 (00000000) (1 of 1 elements differ)");
  }

  @Test
  void anyNaNEqualsAnyOther() {
    double negative = Double.longBitsToDouble(0xfff8000000000001L);
    assertThat(
            Bits.mismatch(
                NdArray.ofFloat64(new double[] {Double.NaN}, 1),
                NdArray.ofFloat64(new double[] {negative}, 1)))
        .isEmpty();
  }

  @Test
  void anotherShapeOrTypeIsNoticed() {
    assertThat(
            Bits.mismatch(NdArray.ofUint8(new byte[6], 2, 3), NdArray.ofUint8(new byte[6], 3, 2)))
        .hasValue("gives (3, 2) uint8, expected (2, 3) uint8");
  }

  @Test
  void aDigestThatDoesNotFitIsNoticed() {
    var golden =
        new GoldenCase(
            "input=uint8/3/full",
            GoldenCase.parse("input=uint8/3/full"),
            "uint8/3",
            new GoldenCase.Expected(false, ByteBuffer.allocate(GoldenFile.DIGEST)));
    assertThat(Bits.mismatch(golden, NdArray.of(DType.UINT8, new double[] {1, 2, 3}, 3)))
        .hasValue("gives other bits than the digest says");
  }
}
