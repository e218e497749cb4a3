package penumbra.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NdArrayTest {
  @Test
  void runsFastestAlongItsLastAxis() {
    NdArray array = NdArray.ofUint8(new byte[] {0, 1, 2, 3, 4, (byte) 255}, 2, 3);
    assertThat(array.get(0, 2)).isEqualTo(2);
    assertThat(array.get(1, 2)).isEqualTo(255);
    assertThat(array.part(1).toDoubles()).containsExactly(3, 4, 255);
    assertThat(array.reshape(3, 2).get(1, 1)).isEqualTo(3);
  }

  @Test
  void writesItselfAsNumPyUsersDo() {
    assertThat(NdArray.ofUint8(new byte[6], 2, 3)).hasToString("(2, 3) uint8");
    assertThat(NdArray.ofFloat32(new float[7], 7)).hasToString("(7,) float32");
  }

  @Test
  void wantsStorageOfItsSize() {
    assertThatThrownBy(() -> NdArray.ofUint16(new short[5], 2, 3))
        .hasMessage(
            "the storage of an array of shape (2, 3) uint16 must hold 12 bytes, but is 10; check"
                + " shape and type");
  }

  @Test
  void keepsItsElementsFromOthersHands() {
    NdArray array = NdArray.ofFloat64(new double[] {1, 2}, 2);
    assertThat(array.segment().isReadOnly()).isTrue();
    int[] shape = array.shape();
    shape[0] = 9;
    assertThat(array.length(0)).isEqualTo(2);
  }

  @Test
  void comparesByTypeShapeAndBits() {
    NdArray zeros = NdArray.of(DType.FLOAT32, new double[] {0, 0}, 2);
    assertThat(zeros.sameBits(NdArray.of(DType.FLOAT32, new double[] {0, 0}, 2))).isTrue();
    assertThat(zeros.sameBits(NdArray.of(DType.FLOAT32, new double[] {0, -0.0}, 2))).isFalse();
    assertThat(zeros.sameBits(NdArray.of(DType.FLOAT32, new double[] {0, 0}, 2, 1))).isFalse();
    assertThat(zeros.sameBits(NdArray.of(DType.INT32, new double[] {0, 0}, 2))).isFalse();
  }

  @Test
  void changesItsTypeByACast() {
    NdArray real = NdArray.of(DType.FLOAT64, new double[] {-1.5, 300}, 2);
    assertThat(real.as(DType.UINT8).toDoubles()).containsExactly(255, 44);
    assertThat(real.as(DType.FLOAT64)).isSameAs(real);
  }
}
