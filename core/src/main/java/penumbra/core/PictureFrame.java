package penumbra.core;

/// Where the original picture is in a result, in the result's pixels. A point `y` rows below the
/// picture's upper edge is at `top + y * height / rows of the picture` in the result. Columns are
/// computed in the same way.
///
/// ```
/// PictureFrame place = PictureFrame.whole(920, 1200).after(CentreCrop.square()).after(Resize.to(224, 224));
/// ```
///
/// @param top the row of the picture's upper edge; below 0 if rows are cut off
/// @param left the column of its left edge, likewise
/// @param height the rows of the whole picture, including those cut off
/// @param width its columns, likewise
/// @param rows the rows of the result
/// @param columns the columns of the result
public record PictureFrame(
    double top, double left, double height, double width, int rows, int columns) {
  /// A picture that fills its frame.
  public static PictureFrame whole(int rows, int columns) {
    return new PictureFrame(0, 0, rows, columns, rows, columns);
  }

  /// Where the picture is after `filter` has been applied to the result.
  public PictureFrame after(Filter filter) {
    if (filter instanceof Chain(var filters)) {
      PictureFrame place = this;
      for (Filter next : filters) {
        place = place.after(next);
      }
      return place;
    }
    return filter instanceof GeometricFilter framing
        ? within(framing.placeOf(rows, columns))
        : this;
  }

  private PictureFrame within(PictureFrame frame) {
    double down = frame.height / rows;
    double along = frame.width / columns;
    return new PictureFrame(
        frame.top + top * down,
        frame.left + left * along,
        height * down,
        width * along,
        frame.rows,
        frame.columns);
  }
}
