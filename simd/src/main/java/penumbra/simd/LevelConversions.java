package penumbra.simd;

import static jdk.incubator.vector.VectorOperators.D2I;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.I2B;
import static jdk.incubator.vector.VectorOperators.I2D;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.ZERO_EXTEND_B2I;
import static jdk.incubator.vector.VectorOperators.ZERO_EXTEND_S2I;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// Conversions between stored grey levels and lines of numbers.
///
/// A vector of shorts has as many elements as a vector of floats. A vector of bytes may have twice
/// as many, because no vector is shorter than 64 bits.
final class LevelConversions {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> HALF_INTS =
      of(int.class, Math.max(64, FLOATS.vectorBitSize() / 2));
  private static final VectorSpecies<Short> SHORTS = of(short.class, FLOATS.vectorBitSize() / 2);
  private static final VectorSpecies<Byte> BYTES =
      of(byte.class, Math.max(64, FLOATS.vectorBitSize() / 4));
  private static final float SHIFT = 0x1p23f;
  private static final boolean TWO_PARTS = BYTES.length() > INTS.length();

  private LevelConversions() {}

  private static <E> VectorSpecies<E> of(Class<E> type, int bits) {
    return VectorSpecies.of(type, VectorShape.forBitSize(bits));
  }

  static void widen(byte[] in, float[] out, int at, int n) {
    for (int x = 0; x < n; x += BYTES.length()) {
      ByteVector bytes = ByteVector.fromArray(BYTES, in, x);
      floats((IntVector) bytes.convertShape(ZERO_EXTEND_B2I, INTS, 0), out, at + x);
      if (TWO_PARTS) {
        floats(
            (IntVector) bytes.convertShape(ZERO_EXTEND_B2I, INTS, 1), out, at + x + INTS.length());
      }
    }
  }

  static void widen(byte[] in, double[] out, int at, int n) {
    for (int x = 0; x < n; x += BYTES.length()) {
      ByteVector bytes = ByteVector.fromArray(BYTES, in, x);
      doubles((IntVector) bytes.convertShape(ZERO_EXTEND_B2I, INTS, 0), out, at + x);
      if (TWO_PARTS) {
        doubles(
            (IntVector) bytes.convertShape(ZERO_EXTEND_B2I, INTS, 1), out, at + x + INTS.length());
      }
    }
  }

  static void widen(short[] in, float[] out, int at, int n) {
    for (int x = 0; x < n; x += SHORTS.length()) {
      ShortVector shorts = ShortVector.fromArray(SHORTS, in, x);
      floats((IntVector) shorts.convertShape(ZERO_EXTEND_S2I, INTS, 0), out, at + x);
    }
  }

  static void widen(short[] in, double[] out, int at, int n) {
    for (int x = 0; x < n; x += SHORTS.length()) {
      ShortVector shorts = ShortVector.fromArray(SHORTS, in, x);
      doubles((IntVector) shorts.convertShape(ZERO_EXTEND_S2I, INTS, 0), out, at + x);
    }
  }

  private static void floats(IntVector ints, float[] out, int at) {
    ((FloatVector) ints.convertShape(I2F, FLOATS, 0)).intoArray(out, at);
  }

  private static void doubles(IntVector ints, double[] out, int at) {
    ((DoubleVector) ints.convertShape(I2D, DOUBLES, 0)).intoArray(out, at);
    ((DoubleVector) ints.convertShape(I2D, DOUBLES, 1)).intoArray(out, at + DOUBLES.length());
  }

  static void truncate(double[] line, int at, int n) {
    for (int x = 0; x < n; x += DOUBLES.length()) {
      var whole = DoubleVector.fromArray(DOUBLES, line, at + x).convertShape(D2I, HALF_INTS, 0);
      var low = ((IntVector) whole).and(0xFF).convertShape(I2D, DOUBLES, 0);
      ((DoubleVector) low).intoArray(line, at + x);
    }
  }

  static void narrow(float[] in, int at, byte[] out, int n) {
    for (int x = 0; x < n; x += BYTES.length()) {
      ByteVector bytes = (ByteVector) levels(in, at + x).convertShape(I2B, BYTES, 0);
      if (TWO_PARTS) {
        bytes =
            bytes.or((ByteVector) levels(in, at + x + INTS.length()).convertShape(I2B, BYTES, -1));
      }
      bytes.intoArray(out, x);
    }
  }

  /// The level is in the low bits: after adding 2^23, which rounds to nearest, ties to even, a
  /// float's last bits count integers. Those of NaN are 0.
  private static IntVector levels(float[] in, int at) {
    FloatVector value = FloatVector.fromArray(FLOATS, in, at);
    FloatVector clamped = value.blend(0, value.compare(LT, 0)).blend(255, value.compare(GT, 255));
    return clamped.add(SHIFT).reinterpretAsInts().and(0xFF);
  }
}
