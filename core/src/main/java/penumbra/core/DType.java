package penumbra.core;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Locale;

/// The element type of an [NdArray], with the two conversions that every filter uses: a stored line
/// to `double`, and `double` back to storage by the rules of a C cast on x86-64.
///
/// **Rounding.** `FLOAT32` and `FLOAT16` round to nearest, ties to even. Integers truncate toward
/// zero through a 32-bit conversion (64-bit for `UINT32` and `INT64`) and keep the low bits: -3.7
/// stored as `UINT8` is 253. NaN and values outside the conversion's range give the low bits of its
/// smallest number, so 0 for the types of up to 16 bits. `INT64` values beyond 2^53 lose their low
/// bits on the way through `double`.
///
/// **Storage** is little-endian.
public enum DType {
  UINT8(1, 0, 255),
  INT8(1, Byte.MIN_VALUE, Byte.MAX_VALUE),
  UINT16(2, 0, 65535),
  INT16(2, Short.MIN_VALUE, Short.MAX_VALUE),
  UINT32(4, 0, 4294967295.0),
  INT32(4, Integer.MIN_VALUE, Integer.MAX_VALUE),
  INT64(8, Long.MIN_VALUE, Long.MAX_VALUE),
  FLOAT16(2, -65504, 65504),
  FLOAT32(4, -Float.MAX_VALUE, Float.MAX_VALUE),
  FLOAT64(8, -Double.MAX_VALUE, Double.MAX_VALUE);

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

  private final int bytes;
  private final double min;
  private final double max;

  DType(int bytes, double min, double max) {
    this.bytes = bytes;
    this.min = min;
    this.max = max;
  }

  /// Bytes per element.
  public int bytes() {
    return bytes;
  }

  /// The smallest finite value.
  public double min() {
    return min;
  }

  /// The largest finite value.
  public double max() {
    return max;
  }

  /// Whether the elements are whole numbers.
  public boolean isInteger() {
    return compareTo(FLOAT16) < 0;
  }

  /// The type of a result that may be negative or fractional: `FLOAT64` for `FLOAT64`, else
  /// `FLOAT32`.
  public DType real() {
    return this == FLOAT64 ? FLOAT64 : FLOAT32;
  }

  /// NumPy's name of the type: `uint8`, `float32`, ...
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The type with that [#label].
  public static DType ofLabel(String label) {
    for (DType type : values()) {
      if (type.label().equals(label)) {
        return type;
      }
    }
    throw InvalidInputException.of(
        "element type",
        "must be one of " + String.join(", ", labels()),
        "'" + label + "'",
        "name one of these");
  }

  private static String[] labels() {
    DType[] types = values();
    String[] labels = new String[types.length];
    for (int i = 0; i < types.length; i++) {
      labels[i] = types[i].label();
    }
    return labels;
  }

  /// Reads `n` elements from element `index` of `source` on into `line[at ..]`.
  public void load(MemorySegment source, long index, double[] line, int at, int n) {
    long from = index * bytes;
    switch (this) {
      case UINT8 -> {
        for (int i = 0; i < n; i++) {
          line[at + i] = source.get(ValueLayout.JAVA_BYTE, from + i) & 0xFF;
        }
      }
      case INT8 -> {
        for (int i = 0; i < n; i++) {
          line[at + i] = source.get(ValueLayout.JAVA_BYTE, from + i);
        }
      }
      case UINT16 -> {
        for (int i = 0; i < n; i++) {
          line[at + i] = source.get(SHORT, from + 2L * i) & 0xFFFF;
        }
      }
      case INT16 -> {
        for (int i = 0; i < n; i++) {
          line[at + i] = source.get(SHORT, from + 2L * i);
        }
      }
      case UINT32 -> {
        for (int i = 0; i < n; i++) {
          line[at + i] = source.get(INT, from + 4L * i) & 0xFFFFFFFFL;
        }
      }
      case INT32 -> {
        for (int i = 0; i < n; i++) {
          line[at + i] = source.get(INT, from + 4L * i);
        }
      }
      case INT64 -> {
        for (int i = 0; i < n; i++) {
          line[at + i] = source.get(LONG, from + 8L * i);
        }
      }
      case FLOAT16 -> {
        for (int i = 0; i < n; i++) {
          line[at + i] = Float.float16ToFloat(source.get(SHORT, from + 2L * i));
        }
      }
      case FLOAT32 -> {
        for (int i = 0; i < n; i++) {
          line[at + i] = source.get(FLOAT, from + 4L * i);
        }
      }
      case FLOAT64 -> {
        for (int i = 0; i < n; i++) {
          line[at + i] = source.get(DOUBLE, from + 8L * i);
        }
      }
    }
  }

  /// Writes `line[at .. at + n - 1]` to `target` from element `index` on, by a C cast.
  public void store(double[] line, int at, MemorySegment target, long index, int n) {
    long to = index * bytes;
    switch (this) {
      case UINT8, INT8 -> {
        for (int i = 0; i < n; i++) {
          target.set(ValueLayout.JAVA_BYTE, to + i, (byte) toInt32(line[at + i]));
        }
      }
      case UINT16, INT16 -> {
        for (int i = 0; i < n; i++) {
          target.set(SHORT, to + 2L * i, (short) toInt32(line[at + i]));
        }
      }
      case INT32 -> {
        for (int i = 0; i < n; i++) {
          target.set(INT, to + 4L * i, toInt32(line[at + i]));
        }
      }
      case UINT32 -> {
        for (int i = 0; i < n; i++) {
          target.set(INT, to + 4L * i, (int) toInt64(line[at + i]));
        }
      }
      case INT64 -> {
        for (int i = 0; i < n; i++) {
          target.set(LONG, to + 8L * i, toInt64(line[at + i]));
        }
      }
      case FLOAT16 -> {
        for (int i = 0; i < n; i++) {
          target.set(SHORT, to + 2L * i, toFloat16(line[at + i]));
        }
      }
      case FLOAT32 -> {
        for (int i = 0; i < n; i++) {
          target.set(FLOAT, to + 4L * i, (float) line[at + i]);
        }
      }
      case FLOAT64 -> {
        for (int i = 0; i < n; i++) {
          target.set(DOUBLE, to + 8L * i, line[at + i]);
        }
      }
    }
  }

  /// Gives `line[at .. at + n - 1]` the values that storing and loading them would leave.
  public void round(double[] line, int at, int n) {
    int end = at + n;
    switch (this) {
      case UINT8 -> {
        for (int i = at; i < end; i++) {
          line[i] = toInt32(line[i]) & 0xFF;
        }
      }
      case INT8 -> {
        for (int i = at; i < end; i++) {
          line[i] = (byte) toInt32(line[i]);
        }
      }
      case UINT16 -> {
        for (int i = at; i < end; i++) {
          line[i] = toInt32(line[i]) & 0xFFFF;
        }
      }
      case INT16 -> {
        for (int i = at; i < end; i++) {
          line[i] = (short) toInt32(line[i]);
        }
      }
      case INT32 -> {
        for (int i = at; i < end; i++) {
          line[i] = toInt32(line[i]);
        }
      }
      case UINT32 -> {
        for (int i = at; i < end; i++) {
          line[i] = toInt64(line[i]) & 0xFFFFFFFFL;
        }
      }
      case INT64 -> {
        for (int i = at; i < end; i++) {
          line[i] = toInt64(line[i]);
        }
      }
      case FLOAT16 -> {
        for (int i = at; i < end; i++) {
          line[i] = Float.float16ToFloat(toFloat16(line[i]));
        }
      }
      case FLOAT32 -> {
        for (int i = at; i < end; i++) {
          line[i] = (float) line[i];
        }
      }
      case FLOAT64 -> {}
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
