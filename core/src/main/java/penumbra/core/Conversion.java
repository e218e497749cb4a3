package penumbra.core;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// The conversions of [DType], a block at a time: the storage is copied into an array of the type's
/// own kind, and a simple loop over two arrays converts it, so that the compiler vectorises the
/// loop for every kind of storage. One per thread.
final class Conversion {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final int BLOCK = 1024;
  private static final ThreadLocal<Conversion> OF_THREAD = ThreadLocal.withInitial(Conversion::new);

  private final byte[] bytes = new byte[BLOCK];
  private final short[] shorts = new short[BLOCK];
  private final int[] ints = new int[BLOCK];
  private final long[] longs = new long[BLOCK];
  private final float[] floats = new float[BLOCK];

  private Conversion() {}

  static void load(DType type, MemorySegment source, long index, double[] line, int at, int n) {
    if (type == DType.FLOAT64) {
      MemorySegment.copy(source, DOUBLE, index * type.bytes(), line, at, n);
      return;
    }
    Conversion conversion = OF_THREAD.get();
    for (int done = 0; done < n; done += BLOCK) {
      long from = (index + done) * type.bytes();
      conversion.loadBlock(type, source, from, line, at + done, Math.min(BLOCK, n - done));
    }
  }

  static void store(DType type, double[] line, int at, MemorySegment target, long index, int n) {
    if (type == DType.FLOAT64) {
      MemorySegment.copy(line, at, target, DOUBLE, index * type.bytes(), n);
      return;
    }
    Conversion conversion = OF_THREAD.get();
    for (int done = 0; done < n; done += BLOCK) {
      long to = (index + done) * type.bytes();
      conversion.storeBlock(type, line, at + done, target, to, Math.min(BLOCK, n - done));
    }
  }

  static void round(DType type, double[] line, int at, int n) {
    if (type == DType.FLOAT64) {
      return;
    }
    Conversion conversion = OF_THREAD.get();
    for (int done = 0; done < n; done += BLOCK) {
      conversion.roundBlock(type, line, at + done, Math.min(BLOCK, n - done));
    }
  }

  private void loadBlock(
      DType type, MemorySegment source, long from, double[] line, int at, int n) {
    switch (type) {
      case UINT8 -> {
        MemorySegment.copy(source, ValueLayout.JAVA_BYTE, from, bytes, 0, n);
        widenUnsigned(bytes, line, at, n);
      }
      case INT8 -> {
        MemorySegment.copy(source, ValueLayout.JAVA_BYTE, from, bytes, 0, n);
        widen(bytes, 0, line, at, n);
      }
      case UINT16 -> {
        MemorySegment.copy(source, SHORT, from, shorts, 0, n);
        widenUnsigned(shorts, line, at, n);
      }
      case INT16 -> {
        MemorySegment.copy(source, SHORT, from, shorts, 0, n);
        widen(shorts, 0, line, at, n);
      }
      case UINT32 -> {
        MemorySegment.copy(source, INT, from, ints, 0, n);
        for (int i = 0; i < n; i++) {
          line[at + i] = (ints[i] ^ Integer.MIN_VALUE) + 0x1p31;
        }
      }
      case INT32 -> {
        MemorySegment.copy(source, INT, from, ints, 0, n);
        for (int i = 0; i < n; i++) {
          line[at + i] = ints[i];
        }
      }
      case INT64 -> {
        MemorySegment.copy(source, LONG, from, longs, 0, n);
        for (int i = 0; i < n; i++) {
          line[at + i] = longs[i];
        }
      }
      case FLOAT16 -> {
        MemorySegment.copy(source, SHORT, from, shorts, 0, n);
        for (int i = 0; i < n; i++) {
          line[at + i] = Float.float16ToFloat(shorts[i]);
        }
      }
      case FLOAT32 -> {
        MemorySegment.copy(source, FLOAT, from, floats, 0, n);
        widen(floats, line, at, n);
      }
      case FLOAT64 -> throw new IllegalArgumentException("needs no conversion");
    }
  }

  private void storeBlock(DType type, double[] line, int at, MemorySegment target, long to, int n) {
    switch (type) {
      case UINT8, INT8 -> {
        convertToInts(line, at, n);
        narrow(ints, bytes, n);
        MemorySegment.copy(bytes, 0, target, ValueLayout.JAVA_BYTE, to, n);
      }
      case UINT16, INT16 -> {
        convertToInts(line, at, n);
        narrow(ints, shorts, n);
        MemorySegment.copy(shorts, 0, target, SHORT, to, n);
      }
      case INT32 -> {
        for (int i = 0; i < n; i++) {
          ints[i] = toInt32(line[at + i]);
        }
        MemorySegment.copy(ints, 0, target, INT, to, n);
      }
      case UINT32 -> {
        for (int i = 0; i < n; i++) {
          ints[i] = (int) toInt64(line[at + i]);
        }
        MemorySegment.copy(ints, 0, target, INT, to, n);
      }
      case INT64 -> {
        for (int i = 0; i < n; i++) {
          longs[i] = toInt64(line[at + i]);
        }
        MemorySegment.copy(longs, 0, target, LONG, to, n);
      }
      case FLOAT16 -> {
        for (int i = 0; i < n; i++) {
          shorts[i] = toFloat16(line[at + i]);
        }
        MemorySegment.copy(shorts, 0, target, SHORT, to, n);
      }
      case FLOAT32 -> {
        narrow(line, at, floats, n);
        MemorySegment.copy(floats, 0, target, FLOAT, to, n);
      }
      case FLOAT64 -> throw new IllegalArgumentException("needs no conversion");
    }
  }

  private void roundBlock(DType type, double[] line, int at, int n) {
    switch (type) {
      case UINT8 -> {
        convertToInts(line, at, n);
        widenLowBits(ints, 0xFF, line, at, n);
      }
      case INT8 -> {
        convertToInts(line, at, n);
        narrow(ints, bytes, n);
        widen(bytes, 0, line, at, n);
      }
      case UINT16 -> {
        convertToInts(line, at, n);
        widenLowBits(ints, 0xFFFF, line, at, n);
      }
      case INT16 -> {
        convertToInts(line, at, n);
        narrow(ints, shorts, n);
        widen(shorts, 0, line, at, n);
      }
      case INT32 -> {
        for (int i = at; i < at + n; i++) {
          line[i] = toInt32(line[i]);
        }
      }
      case UINT32 -> {
        for (int i = at; i < at + n; i++) {
          line[i] = toInt64(line[i]) & 0xFFFFFFFFL;
        }
      }
      case INT64 -> {
        for (int i = at; i < at + n; i++) {
          line[i] = toInt64(line[i]);
        }
      }
      case FLOAT16 -> {
        for (int i = at; i < at + n; i++) {
          line[i] = Float.float16ToFloat(toFloat16(line[i]));
        }
      }
      case FLOAT32 -> {
        narrow(line, at, floats, n);
        widen(floats, line, at, n);
      }
      case FLOAT64 -> throw new IllegalArgumentException("needs no conversion");
    }
  }

  /// Fills `ints` with numbers whose 16 low bits are those of the C cast. Java's own cast differs
  /// from C's only where it gives the largest number; such a block is converted again.
  private void convertToInts(double[] line, int at, int n) {
    int largest = 0;
    for (int i = 0; i < n; i++) {
      int whole = (int) line[at + i];
      ints[i] = whole;
      // Negative for the largest number alone; a plain maximum would not be vectorised.
      largest |= (whole + 1) & ~whole;
    }
    if (largest < 0) {
      for (int i = 0; i < n; i++) {
        ints[i] = toInt32(line[at + i]);
      }
    }
  }

  // The hot loops stand in methods of their own: beside one another in a large method, not all of
  // them are compiled to vector instructions.

  /// Unsigned numbers are widened as signed ones, half the range lower, because only that is
  /// compiled to vector instructions; adding the half back is exact.
  private static void widenUnsigned(byte[] from, double[] line, int at, int n) {
    for (int i = 0; i < n; i++) {
      from[i] ^= Byte.MIN_VALUE;
    }
    widen(from, 0x1p7, line, at, n);
  }

  private static void widenUnsigned(short[] from, double[] line, int at, int n) {
    for (int i = 0; i < n; i++) {
      from[i] ^= Short.MIN_VALUE;
    }
    widen(from, 0x1p15, line, at, n);
  }

  private static void widen(byte[] from, double offset, double[] line, int at, int n) {
    for (int i = 0; i < n; i++) {
      line[at + i] = from[i] + offset;
    }
  }

  private static void widen(short[] from, double offset, double[] line, int at, int n) {
    for (int i = 0; i < n; i++) {
      line[at + i] = from[i] + offset;
    }
  }

  private static void widen(float[] from, double[] line, int at, int n) {
    for (int i = 0; i < n; i++) {
      line[at + i] = from[i];
    }
  }

  private static void widenLowBits(int[] from, int mask, double[] line, int at, int n) {
    for (int i = 0; i < n; i++) {
      line[at + i] = from[i] & mask;
    }
  }

  private static void narrow(double[] line, int at, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = (float) line[at + i];
    }
  }

  private static void narrow(int[] from, byte[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = (byte) from[i];
    }
  }

  private static void narrow(int[] from, short[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = (short) from[i];
    }
  }

  private static int toInt32(double value) {
    return value > -2147483649.0 && value < 2147483648.0 ? (int) value : Integer.MIN_VALUE;
  }

  private static long toInt64(double value) {
    return value >= -0x1p63 && value < 0x1p63 ? (long) value : Long.MIN_VALUE;
  }

  /// Rounds once: going through `float` to odd keeps the second rounding from changing the first.
  private static short toFloat16(double value) {
    float nearest = (float) value;
    if (nearest != value
        && Float.isFinite(nearest)
        && (Float.floatToRawIntBits(nearest) & 1) == 0) {
      boolean awayFromZero = Math.abs((double) nearest) > Math.abs(value);
      int bits = Float.floatToRawIntBits(nearest);
      nearest = Float.intBitsToFloat(awayFromZero ? bits - 1 : bits + 1);
    }
    return Float.floatToFloat16(nearest);
  }
}
