package penumbra.core.engine;

import penumbra.core.Boundary;

/// The columns of a plane that are filtered together, and what stands beyond the plane's edges.
///
/// @param boundary what stands beyond
/// @param planeRows rows of a plane
/// @param planeColumns columns of a plane
/// @param column the block's first column
/// @param columns the block's columns
record Block(Boundary boundary, int planeRows, int planeColumns, int column, int columns) {
  /// Whether the block holds whole rows.
  boolean isWhole() {
    return columns == planeColumns;
  }
}
