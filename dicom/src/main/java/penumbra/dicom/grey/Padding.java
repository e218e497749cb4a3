package penumbra.dicom.grey;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.engine.Pointwise;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Tags;

/// The stored values that mark pixels outside the picture, such as those around a round field of
/// view.
///
/// ```
/// Optional<Padding> padding = Padding.of(attributes, stored);
/// ```
///
/// They are excluded from ranges and statistics, and shown black.
///
/// @param least the smallest such value
/// @param most the largest
/// @param pixels how many pixels have one
/// @param mask 1 in these pixels, else 0, `UINT8`
record Padding(double least, double most, long pixels, NdArray mask) {
  private static final int WORD = 1 << Short.SIZE;

  /// The padding by the attributes, found in the stored values; empty if they declare none.
  static Optional<Padding> of(DataSet attributes, NdArray stored, Execution execution)
      throws DicomException {
    if (attributes.number(Tags.PIXEL_PADDING_VALUE).isEmpty()) {
      return Optional.empty();
    }
    boolean signed = stored.type().min() < 0;
    double value = attributes.number(Tags.PIXEL_PADDING_VALUE).getAsDouble();
    double limit = attributes.number(Tags.PIXEL_PADDING_RANGE_LIMIT).orElse(value);
    double one = as(value, signed);
    double other = as(limit, signed);
    double least = Math.min(one, other);
    double most = Math.max(one, other);
    var pixels = new AtomicLong();
    NdArray mask =
        Pointwise.map(
            stored,
            DType.UINT8,
            execution,
            (line, _, n) -> {
              long found = 0;
              for (int i = 0; i < n; i++) {
                boolean inside = line[i] >= least && line[i] <= most;
                line[i] = inside ? 1 : 0;
                found += inside ? 1 : 0;
              }
              pixels.addAndGet(found);
            });
    return Optional.of(new Padding(least, most, pixels.get(), mask));
  }

  /// The element's own kind, `US` or `SS`, is often the wrong one of the two.
  private static double as(double value, boolean signed) {
    if (signed) {
      return value >= WORD / 2.0 && value < WORD ? value - WORD : value;
    }
    return value < 0 ? value + WORD : value;
  }

  /// `-2000`, or `0 to 15`.
  String range() {
    return least == most
        ? ImageNumberText.text(least)
        : ImageNumberText.text(least) + " to " + ImageNumberText.text(most);
  }

  /// The values outside of the padding, on one axis.
  NdArray without(NdArray values) {
    double[] all = values.toDoubles();
    double[] marks = mask.toDoubles();
    int kept = 0;
    for (int i = 0; i < all.length; i++) {
      if (marks[i] == 0) {
        all[kept++] = all[i];
      }
    }
    return NdArray.of(values.type(), java.util.Arrays.copyOf(all, kept), kept);
  }
}
