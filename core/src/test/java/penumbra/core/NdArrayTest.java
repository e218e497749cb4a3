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

  @Test
  void takesJavasArraysOfEveryTypeAndGivesThemBack() {
    byte[] bytes = {-128, -1, 0, 127};
    short[] shorts = {-32768, -1, 0, 32767};
    int[] ints = {Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE};
    long[] longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE};
    float[] floats = {Float.MIN_VALUE, -0f, Float.NaN, Float.MAX_VALUE};
    double[] doubles = {Double.MIN_VALUE, -0.0, Double.NaN, Double.MAX_VALUE};
    assertThat(NdArray.ofUint8(bytes, 4).toBytes()).containsExactly(bytes);
    assertThat(NdArray.ofInt8(bytes, 4).toBytes()).containsExactly(bytes);
    assertThat(NdArray.ofUint16(shorts, 4).toShorts()).containsExactly(shorts);
    assertThat(NdArray.ofInt16(shorts, 4).toShorts()).containsExactly(shorts);
    assertThat(NdArray.ofUint32(ints, 4).toInts()).containsExactly(ints);
    assertThat(NdArray.ofInt32(ints, 4).toInts()).containsExactly(ints);
    assertThat(NdArray.ofInt64(longs, 4).toLongs()).containsExactly(longs);
    assertThat(NdArray.ofFloat32(floats, 4).toFloats()).containsExactly(floats);
    assertThat(NdArray.ofFloat64(doubles, 4).toDoubles()).containsExactly(doubles);
    float[] halves = {1.5f, -0f, 65504, 6e-8f};
    assertThat(NdArray.ofFloat16(halves, 4).toFloats())
        .containsExactly(1.5f, -0f, 65504, 5.9604645e-8f);
  }

  @Test
  void readsJavasArraysByTheSignOfTheirType() {
    assertThat(NdArray.ofInt8(new byte[] {-1}, 1).get(0)).isEqualTo(-1);
    assertThat(NdArray.ofUint8(new byte[] {-1}, 1).get(0)).isEqualTo(255);
    assertThat(NdArray.ofInt16(new short[] {-1}, 1).get(0)).isEqualTo(-1);
    assertThat(NdArray.ofUint16(new short[] {-1}, 1).get(0)).isEqualTo(65535);
    assertThat(NdArray.ofInt32(new int[] {-1}, 1).get(0)).isEqualTo(-1);
    assertThat(NdArray.ofUint32(new int[] {-1}, 1).get(0)).isEqualTo(4294967295.0);
    assertThat(NdArray.ofInt64(new long[] {-1}, 1).get(0)).isEqualTo(-1);
  }

  @Test
  void givesOtherTypesByACast() {
    NdArray deep = NdArray.ofUint16(new short[] {0, 1, -1}, 3);
    assertThat(deep.toInts()).containsExactly(0, 1, 65535);
    assertThat(deep.toLongs()).containsExactly(0, 1, 65535);
    assertThat(deep.toFloats()).containsExactly(0, 1, 65535);
    assertThat(NdArray.ofUint32(new int[] {-1}, 1).toLongs()).containsExactly(4294967295L);
    NdArray real = NdArray.ofFloat64(new double[] {-1.9, 1e-320, 70000.5}, 3);
    assertThat(real.toInts()).containsExactly(-1, 0, 70000);
    assertThat(real.toShorts()).containsExactly(-1, 0, 4464);
    assertThat(real.toFloats()).containsExactly(-1.9f, 0, 70000.5f);
  }

  @Test
  void beginsAsZeros() {
    NdArray zeros = NdArray.zeros(DType.INT16, 2, 3);
    assertThat(zeros).hasToString("(2, 3) int16");
    assertThat(zeros.toDoubles()).containsOnly(0);
  }

  @Test
  void filtersTakeArraysOverEveryKindOfStorage() {
    short[] values = {-300, 5, 700, 8, -1, 2, 3, 4, 900};
    NdArray shorts = NdArray.ofInt16(values, 3, 3);
    NdArray bytes = NdArray.of(DType.INT16, shorts.toDoubles(), 3, 3);
    var filter = penumbra.core.filter.Sobel.along(0);
    assertThat(filter.apply(shorts).sameBits(filter.apply(bytes))).isTrue();
    NdArray longs = NdArray.ofInt64(shorts.toLongs(), 3, 3);
    assertThat(filter.apply(longs).sameBits(filter.apply(bytes.as(DType.INT64)))).isTrue();
  }
}
