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

/// Crops a picture to a box.
///
/// ```
/// NdArray box = new Crop(100, 50, 512, 512).apply(pixels);  // pixels[100:612, 50:562]
/// ```
///
/// **Result:** the shape with the last two axes cropped, the input's type. In an array with more
/// axes, each picture is cropped separately.
///
/// @param top the first row
/// @param left the first column
/// @param height how many rows
/// @param width how many columns
@Summary("Cut a box out of a picture.")
@Reference("Pillow, documentation of Image.crop.")
public record Crop(
    @Describe(value = "The first row.", unit = "pixels", min = 0) int top,
    @Describe(value = "The first column.", unit = "pixels", min = 0) int left,
    @Describe(value = "How many rows.", unit = "pixels", min = 1) int height,
    @Describe(value = "How many columns.", unit = "pixels", min = 1) int width)
    implements GeometricFilter {
  public Crop {
    require(top >= 0, "top", "must be at least 0", top, "give the first row");
    require(left >= 0, "left", "must be at least 0", left, "give the first column");
    require(height >= 1, "height", "must be at least 1", height, "give the number of rows");
    require(width >= 1, "width", "must be at least 1", width, "give the number of columns");
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
    return new PictureFrame(
        -top,
        -left,
        /* height= */ rows,
        /* width= */ columns,
        /* rows= */ height,
        /* columns= */ width);
  }

  @Override
  public NdArray apply(NdArray input, Execution execution) {
    PictureAxes.check(input, "crop");
    int rows = input.length(input.rank() - 2);
    int columns = input.length(input.rank() - 1);
    if (!((long) top + height <= rows && (long) left + width <= columns)) {
      throw InvalidInputException.of(
          "the box",
          "must lie within the picture, " + NdArray.describe(rows, columns),
          "rows "
              + top
              + ".."
              + ((long) top + height)
              + ", columns "
              + left
              + ".."
              + ((long) left + width),
          "give a smaller one, or pad the picture first");
    }
    return PictureAxes.picked(input, range(top, height), range(left, width), 0, execution);
  }

  private static int[] range(int from, int count) {
    int[] index = new int[count];
    java.util.Arrays.setAll(index, i -> from + i);
    return index;
  }
}
