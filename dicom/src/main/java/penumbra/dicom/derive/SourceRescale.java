package penumbra.dicom.derive;

import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Tags;

/// The rescale of a source. Values that were unchanged, or only selected, still fit it: they are
/// stored as in the source, without loss.
///
/// @param slope above 0
/// @param intercept finite
/// @param slopeText as the source has it
/// @param interceptText as the source has it
record SourceRescale(double slope, double intercept, String slopeText, String interceptText) {
  private static final int LINE = 4096;

  /// That of the source, if it has one that rises.
  static Optional<SourceRescale> of(DataSet source) {
    try {
      double slope = source.number(Tags.RESCALE_SLOPE).orElse(0);
      double intercept = source.number(Tags.RESCALE_INTERCEPT).orElse(Double.NaN);
      return slope > 0 && Double.isFinite(slope) && Double.isFinite(intercept)
          ? Optional.of(
              new SourceRescale(
                  slope,
                  intercept,
                  source.text(Tags.RESCALE_SLOPE).orElseThrow(),
                  source.text(Tags.RESCALE_INTERCEPT).orElseThrow()))
          : Optional.empty();
    } catch (DicomException noNumbers) {
      return Optional.empty(); // the result gets a line of its own
    }
  }

  /// Fractions as the numbers that lead to just them; empty where one does not lie on the line, or
  /// its number has no place in 16 bits.
  Optional<StoredPixels> stored(NdArray values, int leastBits, boolean signs) {
    if (values.type() != DType.FLOAT32 && values.type() != DType.FLOAT64) {
      return Optional.empty();
    }
    double[] numbers = new double[Math.toIntExact(values.size())];
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    double[] line = new double[LINE];
    for (int at = 0; at < numbers.length; at += LINE) {
      int n = Math.min(LINE, numbers.length - at);
      values.load(at, line, 0, n);
      for (int i = 0; i < n; i++) {
        double number = Math.rint((line[i] - intercept) / slope);
        if (!leadsTo(line[i], number, values.type())) {
          return Optional.empty();
        }
        numbers[at + i] = number;
        min = Math.min(min, number);
        max = Math.max(max, number);
      }
    }
    DType type = min < 0 ? DType.INT16 : DType.UINT16;
    if ((min < 0 && !signs) || min < type.min() || max > type.max()) {
      return Optional.empty();
    }
    int needed = 32 - Integer.numberOfLeadingZeros((int) max);
    return Optional.of(
        new StoredPixels(
            NdArray.of(type, numbers, values.shape()),
            min < 0 ? Short.SIZE : Math.max(leastBits, needed),
            slopeText,
            interceptText,
            (int) min,
            (int) max,
            false,
            0));
  }

  /// As readers compute values: in double precision, rounded once.
  private boolean leadsTo(double value, double number, DType type) {
    double read = slope * number + intercept;
    return type == DType.FLOAT32 ? (float) read == (float) value : read == value;
  }
}
