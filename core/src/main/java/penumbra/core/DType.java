package penumbra.core;

import java.lang.foreign.MemorySegment;
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

  /// The type for results that may be negative or fractional: `FLOAT64` for `FLOAT64`, else
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
    Conversion.load(this, source, index, line, at, n);
  }

  /// Writes `line[at .. at + n - 1]` to `target` from element `index` on, by a C cast.
  public void store(double[] line, int at, MemorySegment target, long index, int n) {
    Conversion.store(this, line, at, target, index, n);
  }

  /// Rounds `line[at .. at + n - 1]` to the values that storing and loading them would give.
  public void round(double[] line, int at, int n) {
    Conversion.round(this, line, at, n);
  }
}
