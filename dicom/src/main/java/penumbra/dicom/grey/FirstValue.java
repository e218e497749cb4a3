package penumbra.dicom.grey;

import java.util.function.Consumer;
import java.util.function.Supplier;
import penumbra.core.display.GreyRange;

/// The value of a table's first entry. It has 16 bits, and the representation of its element, `US`
/// or `SS`, is often the wrong one of the two.
///
/// ```
/// int first = new FirstValue(raw, false, 4096).choose(true, () -> values, odd::add);
/// ```
///
/// @param raw as it is written
/// @param saysSigned whether its element is `SS`
/// @param entries how many values the table is for
record FirstValue(short raw, boolean saysSigned, int entries) {
  /// The value: the reading under which more of the range of values is inside the table; if none is
  /// better, it is signed if values may be negative, or if the element says so.
  int choose(boolean signed, Supplier<GreyRange> values, Consumer<String> odd) {
    int unsigned = Short.toUnsignedInt(raw);
    if (raw >= 0) {
      return raw;
    }
    GreyRange range = values.get();
    double covered = covered(raw, range) - covered(unsigned, range);
    boolean negative = covered == 0 ? signed || saysSigned : covered > 0;
    int first = negative ? raw : unsigned;
    if (negative != saysSigned) {
      odd.accept(
          "The first value of a LUT is written as %d, but means %d, by the values of the pixels."
              .formatted(saysSigned ? raw : unsigned, first));
    }
    return first;
  }

  /// How much of `range` is between the first and the last value of a table.
  private double covered(int first, GreyRange range) {
    double from = Math.max(first, range.min());
    double to = Math.min(first + entries - 1.0, range.max());
    return to < from ? 0 : to - from + 1;
  }
}
