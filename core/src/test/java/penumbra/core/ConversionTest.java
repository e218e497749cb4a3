package penumbra.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The conversions of whole lines against those of one element at a time.
class ConversionTest {
  private static final int[] LENGTHS = {0, 1, 7, 1023, 1024, 1025, 3001};
  private static final int AT = 3;
  private static final int INDEX = 5;

  @ParameterizedTest
  @EnumSource
  void loadsLinesOfAnyLength(DType type) {
    for (int n : LENGTHS) {
      NdArray array = RandomArrays.of(type, n, n + INDEX);
      double[] line = new double[AT + n + 1];
      array.load(INDEX, line, AT, n);
      ByteBuffer bytes = ByteBuffer.wrap(array.toBytes()).order(ByteOrder.LITTLE_ENDIAN);
      double[] expected = new double[AT + n + 1];
      for (int i = 0; i < n; i++) {
        expected[AT + i] = element(type, bytes, INDEX + i);
      }
      assertThat(line).isEqualTo(expected);
    }
  }

  private static double element(DType type, ByteBuffer bytes, int i) {
    return switch (type) {
      case UINT8 -> bytes.get(i) & 0xFF;
      case INT8 -> bytes.get(i);
      case UINT16 -> bytes.getShort(2 * i) & 0xFFFF;
      case INT16 -> bytes.getShort(2 * i);
      case UINT32 -> bytes.getInt(4 * i) & 0xFFFFFFFFL;
      case INT32 -> bytes.getInt(4 * i);
      case INT64 -> bytes.getLong(8 * i);
      case FLOAT16 -> Float.float16ToFloat(bytes.getShort(2 * i));
      case FLOAT32 -> bytes.getFloat(4 * i);
      case FLOAT64 -> bytes.getDouble(8 * i);
    };
  }

  @ParameterizedTest
  @EnumSource
  void storesLinesOfAnyLengthOnAndOffTheHeap(DType type) {
    for (int n : LENGTHS) {
      for (boolean withTurns : new boolean[] {false, true}) {
        double[] line = RandomArrays.values(n, AT + n, withTurns);
        MemorySegment heap = NdArray.allocate(type, INDEX + n + 1);
        MemorySegment offHeap = Arena.ofAuto().allocate(heap.byteSize());
        type.store(line, AT, heap, INDEX, n);
        type.store(line, AT, offHeap, INDEX, n);
        assertThat(heap.mismatch(offHeap)).isEqualTo(-1);
        NdArray stored = NdArray.of(type, heap, INDEX + n + 1);
        double[] expected = new double[INDEX + n + 1];
        for (int i = 0; i < n; i++) {
          expected[INDEX + i] = cast(type, line[AT + i]);
        }
        assertThat(stored.toDoubles()).isEqualTo(expected);
      }
    }
  }

  /// C's cast, as x86-64 does it.
  private static double cast(DType type, double value) {
    double whole = value < 0 ? Math.ceil(value) : Math.floor(value);
    boolean fitsInt = whole >= Integer.MIN_VALUE && whole <= Integer.MAX_VALUE;
    int low = fitsInt ? (int) whole : Integer.MIN_VALUE;
    long wide = whole >= -0x1p63 && whole < 0x1p63 ? (long) whole : Long.MIN_VALUE;
    return switch (type) {
      case UINT8 -> low & 0xFF;
      case INT8 -> (byte) low;
      case UINT16 -> low & 0xFFFF;
      case INT16 -> (short) low;
      case UINT32 -> wide & 0xFFFFFFFFL;
      case INT32 -> low;
      case INT64 -> wide;
      case FLOAT16 -> NdArray.of(type, new double[] {value}, 1).get(0);
      case FLOAT32 -> (float) value;
      case FLOAT64 -> value;
    };
  }

  @ParameterizedTest
  @EnumSource
  void roundsLinesOfAnyLength(DType type) {
    for (int n : LENGTHS) {
      for (boolean withTurns : new boolean[] {false, true}) {
        double[] line = RandomArrays.values(n + 1L, n, withTurns);
        double[] rounded = line.clone();
        type.round(rounded, 0, n);
        assertThat(rounded).isEqualTo(NdArray.of(type, line, n).toDoubles());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void convertsToTheSameBitsOnAnyNumberOfThreads(DType type) {
    NdArray array = RandomArrays.of(DType.FLOAT64, 3, 100_001);
    NdArray expected = NdArray.of(type, array.toDoubles(), 100_001);
    for (int threads : new int[] {1, 2, 7}) {
      NdArray converted = array.as(type, Execution.ofThreads(threads));
      assertThat(converted.sameBits(expected)).isTrue();
    }
  }
}
