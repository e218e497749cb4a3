package penumbra.dicom.series;

/// Where a volume lies on one of the axes of its series besides the three of space: the b-value
/// 1000 s/mm2, or the third time.
///
/// ```
/// for (Coordinate point : series.coordinates()) {
///   log(point.axis() + " " + point.value() + " " + point.unit());
/// }
/// ```
///
/// @param axis its name: `time`, `b-value`, `echo`, `phase`
/// @param value the number or the word that the files have
/// @param unit of the value, `s/mm2`; empty where it has none
public record Coordinate(String axis, String value, String unit) {
  /// `b-value 1000 s/mm2`
  public String describe() {
    return axis + " " + value + (unit.isEmpty() ? "" : " " + unit);
  }
}
