package penumbra.core.engine.stream;

import penumbra.core.Boundary;

/// The columns of a plane that are filtered together, and the boundaries beyond the plane's edges.
///
/// @param down the boundary beyond the first and the last row
/// @param along the boundary before and after a row
/// @param planeRows the rows of a plane
/// @param planeColumns the columns of a plane
/// @param column the block's first column
/// @param columns the block's columns
public record Block(
    Boundary down, Boundary along, int planeRows, int planeColumns, int column, int columns) {
  /// Whether the block holds whole rows.
  boolean isWhole() {
    return columns == planeColumns;
  }
}
