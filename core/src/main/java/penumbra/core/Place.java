package penumbra.core;

/// Where a picture stands in a result, in the result's pixels. What lies at the height `y` in the
/// picture, counted from its upper edge, lies at `top + y * height / rows of the picture` in the
/// result, and likewise along the rows.
///
/// ```
/// Place place = Place.whole(920, 1200).after(CentreCrop.square()).after(Resize.to(224, 224));
/// ```
///
/// @param top of the picture's upper edge; below 0 where rows are cut off
/// @param left likewise of its left edge
/// @param height how many rows the whole picture takes, those cut off too
/// @param width how many columns
/// @param rows of the result
/// @param columns of the result
public record Place(double top, double left, double height, double width, int rows, int columns) {
  /// A picture that fills its frame.
  public static Place whole(int rows, int columns) {
    return new Place(0, 0, rows, columns, rows, columns);
  }

  /// Where the picture stands once `filter` was applied to the result.
  public Place after(Filter filter) {
    if (filter instanceof Chain(var filters)) {
      Place place = this;
      for (Filter next : filters) {
        place = place.after(next);
      }
      return place;
    }
    return filter instanceof FramingFilter framing ? within(framing.placeOf(rows, columns)) : this;
  }

  private Place within(Place frame) {
    double down = frame.height / rows;
    double along = frame.width / columns;
    return new Place(
        frame.top + top * down,
        frame.left + left * along,
        height * down,
        width * along,
        frame.rows,
        frame.columns);
  }
}
