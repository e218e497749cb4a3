package penumbra.dicom.grey;

import java.util.List;
import java.util.Optional;
import penumbra.core.PatientPosition;
import penumbra.core.PatientPosition.Vector;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;

/// The position of a frame in the patient: Image Position and Image Orientation (Patient).
///
/// ```
/// PatientPosition.Vector normal = Plane.of(attributes).orElseThrow().normal();
/// ```
///
/// @param position the centre of the first pixel
/// @param alongRow the direction, of length 1, in which columns count up
/// @param alongColumn the direction, of length 1, in which rows count up
public record Plane(Vector position, Vector alongRow, Vector alongColumn) {
  /// The tolerance for orthogonal directions of length 1, since vendors round them.
  private static final double TOLERANCE = 0.05;

  /// The plane by the attributes; empty if they are missing or invalid.
  public static Optional<Plane> of(DataSet attributes) {
    Optional<double[]> position = numbers(attributes, Tags.IMAGE_POSITION_PATIENT, 3);
    Optional<double[]> directions = numbers(attributes, Tags.IMAGE_ORIENTATION_PATIENT, 6);
    if (position.isEmpty() || directions.isEmpty()) {
      return Optional.empty();
    }
    Vector row = vector(directions.get(), 0);
    Vector column = vector(directions.get(), 3);
    boolean right =
        Math.abs(row.length() - 1) < TOLERANCE
            && Math.abs(column.length() - 1) < TOLERANCE
            && Math.abs(row.dot(column)) < TOLERANCE;
    return right
        ? Optional.of(new Plane(vector(position.get(), 0), row.unit(), column.unit()))
        : Optional.empty();
  }

  private static Optional<double[]> numbers(DataSet attributes, Tag tag, int count) {
    try {
      double[] values = attributes.numbers(tag);
      boolean finite = java.util.Arrays.stream(values).allMatch(Double::isFinite);
      return values.length == count && finite ? Optional.of(values) : Optional.empty();
    } catch (DicomException noNumbers) {
      return Optional.empty(); // as good as none: the picture is the same
    }
  }

  private static Vector vector(double[] values, int from) {
    return new Vector(values[from], values[from + 1], values[from + 2]);
  }

  /// The direction of further slices, of length 1: the cross product of the row and the column
  /// direction.
  public Vector normal() {
    return alongRow.cross(alongColumn).unit();
  }

  /// The placement of a picture of that spacing between rows and between columns, in millimetres.
  public PatientPosition placement(List<Double> spacing) {
    return placement(spacing, normal());
  }

  /// The placement of a volume whose slices are `slice` apart.
  public PatientPosition placement(List<Double> spacing, Vector slice) {
    return new PatientPosition(
        position, slice, alongColumn.times(spacing.getFirst()), alongRow.times(spacing.getLast()));
  }
}
