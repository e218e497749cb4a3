package penumbra.core.filter.geometry;

import static penumbra.core.InvalidInputException.require;

import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Describe;
import penumbra.core.Execution;
import penumbra.core.GeometricFilter;
import penumbra.core.NdArray;
import penumbra.core.PictureFrame;
import penumbra.core.Polarity;
import penumbra.core.Reference;
import penumbra.core.Summary;

/// Pads a picture with margins.
///
/// ```
/// NdArray framed = new Pad(8, 8, 16, 16, Boundary.zero()).apply(pixels);
/// ```
///
/// **Result:** the shape with the last two axes longer, the input's type. In an array with more
/// axes, each picture is padded separately. The same as `numpy.pad` with mode `symmetric`
/// (reflect), `constant`, `edge` (nearest), `reflect` (mirror) and `wrap`.
///
/// @param top rows above
/// @param bottom rows below
/// @param left columns before
/// @param right columns behind
/// @param boundary what stands in the margins
@Summary("Put margins around a picture.")
@Reference(
    "numpy.pad: C. R. Harris et al., \"Array programming with NumPy\", Nature 585 (2020),"
        + " doi:10.1038/s41586-020-2649-2.")
public record Pad(
    @Describe(value = "Rows above.", unit = "pixels", min = 0, max = Resize.LARGEST) int top,
    @Describe(value = "Rows below.", unit = "pixels", min = 0, max = Resize.LARGEST) int bottom,
    @Describe(value = "Columns before.", unit = "pixels", min = 0, max = Resize.LARGEST) int left,
    @Describe(value = "Columns behind.", unit = "pixels", min = 0, max = Resize.LARGEST) int right,
    Boundary boundary)
    implements GeometricFilter {
  public Pad {
    checkMargin("top", top);
    checkMargin("bottom", bottom);
    checkMargin("left", left);
    checkMargin("right", right);
  }

  private static void checkMargin(String name, int margin) {
    require(
        margin >= 0 && margin <= Resize.LARGEST,
        name,
        "must be 0 to " + Resize.LARGEST,
        margin,
        "give the number of pixels");
  }

  /// The same margin on all four sides.
  public static Pad by(int margin, Boundary boundary) {
    return new Pad(margin, margin, margin, margin, boundary);
  }

  @Override
  public boolean keepsGreyLevels() {
    return true;
  }

  @Override
  public Polarity polarity() {
    return boundary instanceof Boundary.Constant ? Polarity.FOLLOWS_FROM_ZERO : Polarity.FOLLOWS;
  }

  @Override
  public DType resultType(DType input) {
    return input;
  }

  @Override
  public PictureFrame placeOf(int rows, int columns) {
    int newRows = Math.addExact(Math.addExact(top, rows), bottom);
    int newColumns = Math.addExact(Math.addExact(left, columns), right);
    return new PictureFrame(top, left, rows, columns, newRows, newColumns);
  }

  @Override
  public NdArray apply(NdArray input, Execution execution) {
    PictureAxes.check(input, "pad");
    if (input.size() == 0) {
      return input;
    }
    int[] rows = extended(top, input.length(input.rank() - 2), bottom);
    int[] columns = extended(left, input.length(input.rank() - 1), right);
    return PictureAxes.picked(input, rows, columns, boundary.outside(), execution);
  }

  private int[] extended(int before, int length, int after) {
    int[] index = new int[Math.addExact(before + length, after)];
    java.util.Arrays.setAll(index, i -> boundary.index(i - before, length));
    return index;
  }
}
