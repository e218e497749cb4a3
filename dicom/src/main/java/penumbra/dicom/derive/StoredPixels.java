package penumbra.dicom.derive;

import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;

/// Values as integers of 8 or 16 bits for pixel data, with the rescale that converts them back:
/// value = slope * stored + intercept.
///
/// ```
/// StoredPixels pixels = StoredPixels.of(result, 8, true);
/// ```
///
/// **Whole numbers** that span at most 65535 are stored exactly: unchanged if they fit, else with
/// their smallest as the intercept. **All others** are scaled to 0..65535. Values read back differ
/// by at most half a slope, that is 1/131070 of the range, and the last bit of a `float`. Pixel
/// data cannot store NaN and infinity; they are errors.
///
/// @param values `UINT8`, `UINT16` or `INT16`, of the values' shape
/// @param bitsStored how many bits of each count
/// @param slope as DS text, at most 16 characters
/// @param intercept as DS text, at most 16 characters
/// @param smallest the smallest stored number
/// @param largest the largest stored number
/// @param whole whether all values are whole numbers
/// @param rounding by how much at most a value that is read back differs
record StoredPixels(
    NdArray values,
    int bitsStored,
    String slope,
    String intercept,
    int smallest,
    int largest,
    boolean whole,
    double rounding) {
  private static final int LARGEST = 65535;
  private static final int LINE = 4096;

  /// Values as they are stored.
  ///
  /// @param leastBits how many bits an image of the kind must have at least: above 8, values of 8
  ///   bits are stored in 16 too
  /// @param signs whether an image of the kind may store negative numbers
  static StoredPixels of(NdArray values, int leastBits, boolean signs) {
    Range range = Range.of(values);
    DType type = values.type();
    if (type == DType.UINT8 && leastBits <= 8) {
      return plain(values, range, 8);
    }
    if (type == DType.UINT8 || type == DType.UINT16) {
      return plain(values.as(DType.UINT16), range, leastBits);
    }
    if (signs && (type == DType.INT8 || type == DType.INT16)) {
      return plain(values.as(DType.INT16), range, Short.SIZE);
    }
    return range.isExact() ? shifted(values, range, leastBits) : scaled(values, range);
  }

  /// Values rounded to whole numbers, without a rescale, for images that must not have one. Only if
  /// [#roundable] is true.
  static StoredPixels rounded(NdArray values, int leastBits) {
    Range range = Range.of(values);
    NdArray stored = convert(values, 1, 0);
    var whole = new Range(Math.rint(range.min()), Math.rint(range.max()), true);
    StoredPixels plain = plain(stored, whole, leastBits);
    return range.whole() ? plain : plain.withRounding(0.5);
  }

  /// Whether [#rounded] keeps the values within half a level.
  static boolean roundable(NdArray values) {
    Range range = Range.of(values);
    return Math.rint(range.min()) >= 0 && Math.rint(range.max()) <= LARGEST;
  }

  boolean isSigned() {
    return values.type() == DType.INT16;
  }

  int bitsAllocated() {
    return 8 * values.type().bytes();
  }

  /// Whether stored numbers are the values.
  boolean isPlain() {
    return slope.equals("1") && intercept.equals("0");
  }

  /// What was lost, in a sentence; empty for whole numbers that fit.
  Optional<String> roundingNote() {
    return rounding == 0
        ? Optional.empty()
        : Optional.of(
            "Its values are rounded to fit %d bits, by at most %s."
                .formatted(bitsAllocated(), readable(rounding)));
  }

  private static String readable(double value) {
    return DecimalText.of(
        new BigDecimal(value).round(new MathContext(2, RoundingMode.UP)).doubleValue());
  }

  private StoredPixels withRounding(double other) {
    return new StoredPixels(values, bitsStored, slope, intercept, smallest, largest, whole, other);
  }

  /// The smallest value that is read back.
  double min() {
    return Double.parseDouble(slope) * smallest + Double.parseDouble(intercept);
  }

  /// The largest value that is read back.
  double max() {
    return Double.parseDouble(slope) * largest + Double.parseDouble(intercept);
  }

  private static StoredPixels plain(NdArray values, Range range, int leastBits) {
    int bits = values.type() == DType.UINT16 ? bitsFor(range.max(), leastBits) : leastBits;
    return new StoredPixels(values, bits, "1", "0", (int) range.min(), (int) range.max(), true, 0);
  }

  private static StoredPixels shifted(NdArray values, Range range, int leastBits) {
    boolean fits = range.min() >= 0 && range.max() <= LARGEST;
    double intercept = fits ? 0 : range.min();
    return new StoredPixels(
        convert(values, 1, intercept),
        bitsFor(range.max() - intercept, leastBits),
        "1",
        DecimalText.of(intercept),
        (int) (range.min() - intercept),
        (int) (range.max() - intercept),
        true,
        0);
  }

  /// The ends are rounded outwards, so that no value falls outside of what can be stored.
  private static StoredPixels scaled(NdArray values, Range range) {
    String interceptText = DecimalText.of(range.min(), RoundingMode.FLOOR);
    double intercept = Double.parseDouble(interceptText);
    double span = range.max() - intercept;
    String slopeText = span > 0 ? DecimalText.of(span / LARGEST, RoundingMode.CEILING) : "1";
    double slope = Double.parseDouble(slopeText);
    return new StoredPixels(
        convert(values, slope, intercept),
        16,
        slopeText,
        interceptText,
        stored(range.min(), slope, intercept),
        stored(range.max(), slope, intercept),
        false,
        span > 0 ? slope / 2 : 0);
  }

  private static int stored(double value, double slope, double intercept) {
    return (int) Math.clamp(Math.rint((value - intercept) / slope), 0, LARGEST);
  }

  private static NdArray convert(NdArray values, double slope, double intercept) {
    MemorySegment target = NdArray.allocate(DType.UINT16, values.size());
    double[] line = new double[LINE];
    for (long at = 0; at < values.size(); at += LINE) {
      int n = (int) Math.min(LINE, values.size() - at);
      values.load(at, line, 0, n);
      for (int i = 0; i < n; i++) {
        line[i] = stored(line[i], slope, intercept);
      }
      DType.UINT16.store(line, 0, target, at, n);
    }
    return NdArray.of(DType.UINT16, target, values.shape());
  }

  private static int bitsFor(double largest, int leastBits) {
    return Math.max(leastBits, 32 - Integer.numberOfLeadingZeros((int) largest));
  }

  /// From where to where values run.
  private record Range(double min, double max, boolean whole) {
    static Range of(NdArray values) {
      InvalidInputException.require(
          values.size() > 0, "an image", "must have a pixel", values, "filter one that has");
      double min = Double.POSITIVE_INFINITY;
      double max = Double.NEGATIVE_INFINITY;
      boolean whole = true;
      boolean finite = true;
      double[] line = new double[LINE];
      for (long at = 0; at < values.size(); at += LINE) {
        int n = (int) Math.min(LINE, values.size() - at);
        values.load(at, line, 0, n);
        for (int i = 0; i < n; i++) {
          double value = line[i];
          min = Math.min(min, value);
          max = Math.max(max, value);
          whole &= value == Math.rint(value);
          finite &= Double.isFinite(value);
        }
      }
      if (!(finite && Double.isFinite(max - min))) {
        throw InvalidInputException.of(
            "values for DICOM",
            "must be finite numbers, since pixel data holds no others",
            min + ".." + max,
            "write .npy, which keeps them");
      }
      return new Range(min, max, whole);
    }

    /// Beyond 2^53 a `double` has no room for a remainder of 16 bits.
    boolean isExact() {
      return whole && max - min <= LARGEST && Math.abs(min) < 1e15 && Math.abs(max) < 1e15;
    }
  }
}
