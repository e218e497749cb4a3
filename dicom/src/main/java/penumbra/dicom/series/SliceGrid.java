package penumbra.dicom.series;

import java.util.List;
import java.util.Optional;
import penumbra.core.PatientPosition.Vector;
import penumbra.dicom.grey.Plane;

/// What slices must share to make a volume.
///
/// @param frames how many frames the file has
/// @param rows of pixels
/// @param columns of pixels
/// @param spacing between rows and between columns in millimetres; empty where it is not known
/// @param between Spacing Between Slices in millimetres; empty where the file has none
public record SliceGrid(
    int frames, int rows, int columns, List<Double> spacing, Optional<Double> between) {
  /// Makers round directions to some digits, and spacing too.
  private static final double SAME_DIRECTION = 1e-3;

  private static final double SAME_SPACING = 1e-4;

  public SliceGrid {
    spacing = List.copyOf(spacing);
  }

  /// Whether slices of both, with these planes, can be of one volume.
  boolean fits(Optional<Plane> plane, SliceGrid other, Optional<Plane> otherPlane) {
    return rows == other.rows
        && columns == other.columns
        && sameSpacing(other)
        && plane.isPresent() == otherPlane.isPresent()
        && (plane.isEmpty() || parallel(plane.get(), otherPlane.orElseThrow()));
  }

  private boolean sameSpacing(SliceGrid other) {
    if (spacing.size() != other.spacing.size()) {
      return false;
    }
    for (int axis = 0; axis < spacing.size(); axis++) {
      double mine = spacing.get(axis);
      if (Math.abs(mine - other.spacing.get(axis)) > SAME_SPACING * mine) {
        return false;
      }
    }
    return true;
  }

  private static boolean parallel(Plane one, Plane other) {
    return near(one.alongRow(), other.alongRow()) && near(one.alongColumn(), other.alongColumn());
  }

  private static boolean near(Vector one, Vector other) {
    return one.minus(other).length() < SAME_DIRECTION;
  }
}
