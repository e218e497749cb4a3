package penumbra.core.filter.geometry;

import static penumbra.core.InvalidInputException.require;

import penumbra.core.DType;
import penumbra.core.Describe;
import penumbra.core.Execution;
import penumbra.core.GeometricFilter;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.PictureFrame;
import penumbra.core.Reference;
import penumbra.core.Summary;

/// Crops the centre of a picture.
///
/// ```
/// NdArray middle = CentreCrop.of(224, 224).apply(pixels);
/// NdArray square = CentreCrop.square().apply(pixels);  // the shorter side, squared
/// ```
///
/// The first row is `round((rows - height) / 2)`, ties to even, and likewise for the columns, as in
/// torchvision's `center_crop`. torchxrayvision's `XRayCenterCrop` may differ by one pixel.
///
/// **Result:** the shape with the last two axes cropped, the input's type. In an array with more
/// axes, each picture is cropped separately.
///
/// **Notes.** A smaller picture is an error: pad it first, or resize it with fit `outside`.
///
/// @param height rows of the result; 0 for as many as the picture's shorter side has
/// @param width columns likewise
@Summary("Cut the middle out of a picture.")
@Reference("torchvision, documentation of transforms.CenterCrop.")
public record CentreCrop(
    @Describe(
            value = "Rows of the result; 0 for the length of the shorter side.",
            unit = "pixels",
            min = 0)
        int height,
    @Describe(
            value = "Columns of the result; 0 for the length of the shorter side.",
            unit = "pixels",
            min = 0)
        int width)
    implements GeometricFilter {
  public CentreCrop {
    require(height >= 0, "height", "must be at least 0", height, "give 0 for the shorter side");
    require(width >= 0, "width", "must be at least 0", width, "give 0 for the shorter side");
  }

  /// That size.
  public static CentreCrop of(int height, int width) {
    return new CentreCrop(height, width);
  }

  /// The largest square.
  public static CentreCrop square() {
    return new CentreCrop(0, 0);
  }

  @Override
  public boolean keepsGreyLevels() {
    return true;
  }

  @Override
  public DType resultType(DType input) {
    return input;
  }

  @Override
  public PictureFrame placeOf(int rows, int columns) {
    return crop(rows, columns).placeOf(rows, columns);
  }

  private Crop crop(int rows, int columns) {
    int shorter = Math.min(rows, columns);
    int newRows = height == 0 ? shorter : height;
    int newColumns = width == 0 ? shorter : width;
    if (!(newRows <= rows && newColumns <= columns)) {
      throw InvalidInputException.of(
          "the size of the middle",
          "must be within that of the picture, " + NdArray.describe(rows, columns),
          NdArray.describe(newRows, newColumns),
          "pad the picture first, or resize it with fit outside");
    }
    return new Crop(start(rows, newRows), start(columns, newColumns), newRows, newColumns);
  }

  @Override
  public NdArray apply(NdArray input, Execution execution) {
    PictureAxes.check(input, "crop");
    int rows = input.length(input.rank() - 2);
    int columns = input.length(input.rank() - 1);
    return input.size() == 0 ? input : crop(rows, columns).apply(input, execution);
  }

  private static int start(int from, int to) {
    return (int) Math.rint((from - to) / 2.0);
  }
}
