package penumbra.core.filter;

import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Describe;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.Summary;

/// Fits a picture into a box with its aspect ratio kept, and fills the rest.
///
/// ```
/// Letterbox fit = Letterbox.into(224, 224);
/// NdArray boxed = fit.apply(pixels);
/// Letterbox.Place place = fit.placeOf(pixels);  // to bring marks back to the picture
/// ```
///
/// The picture is resized by [Resize] with fit `inside` and stands in the middle; of an odd rest
/// the larger half is below and on the right.
///
/// **Result:** the shape with the last two axes as the box has them, of [Resize]'s type. Of an
/// array of more axes each picture is fitted on its own.
///
/// @param height rows of the box
/// @param width columns of the box
/// @param kernel how neighbouring values are weighted
/// @param fill the value of the rest
/// @param outputType the type of the result
@Summary("Fit a picture into a box with its aspect ratio kept, and fill the rest.")
public record Letterbox(
    @Describe(value = "Rows of the box.", unit = "pixels", min = 1) int height,
    @Describe(value = "Columns of the box.", unit = "pixels", min = 1) int width,
    Resize.Kernel kernel,
    @Describe(value = "The value of the rest.", unit = "grey levels") double fill,
    OutputType outputType)
    implements Filter {
  /// Where a picture stands in its box.
  ///
  /// @param top the box's row of the picture's first one
  /// @param left likewise of the columns
  /// @param height how many rows it takes there
  /// @param width how many columns
  public record Place(int top, int left, int height, int width) {
    /// `resized to 224 x 187 and put at row 0, column 18`
    public String describe() {
      return "resized to " + height + " x " + width + " and put at row " + top + ", column " + left;
    }
  }

  public Letterbox {
    Resize.checkLength("height", height);
    Resize.checkLength("width", width);
  }

  /// Bilinear, with 0 for the rest.
  public static Letterbox into(int height, int width) {
    return new Letterbox(height, width, Resize.Kernel.BILINEAR, 0, OutputType.DEFAULT);
  }

  /// This filter with another value for the rest.
  public Letterbox withFill(double newFill) {
    return new Letterbox(height, width, kernel, newFill, outputType);
  }

  /// This filter with another kernel.
  public Letterbox withKernel(Resize.Kernel newKernel) {
    return new Letterbox(height, width, newKernel, fill, outputType);
  }

  /// This filter with another type of result.
  public Letterbox withOutputType(OutputType newOutputType) {
    return new Letterbox(height, width, kernel, fill, newOutputType);
  }

  private Resize resize() {
    return new Resize(height, width, Resize.Fit.INSIDE, kernel, outputType);
  }

  /// Where the pictures of `input` come to stand.
  public Place placeOf(NdArray input) {
    Pictures.check(input, "letterbox");
    int[] size = resize().sizeFor(input.length(input.rank() - 2), input.length(input.rank() - 1));
    return new Place((height - size[0]) / 2, (width - size[1]) / 2, size[0], size[1]);
  }

  @Override
  public boolean keepsGreyLevels() {
    return true;
  }

  @Override
  public DType resultType(DType input) {
    return resize().resultType(input);
  }

  @Override
  public NdArray apply(NdArray input, Execution execution) {
    Pictures.check(input, "letterbox");
    if (input.size() == 0) {
      return input.as(resultType(input.type()));
    }
    Place place = placeOf(input);
    NdArray picture = resize().apply(input, execution.withHeapStorage());
    int bottom = height - place.top - place.height;
    int right = width - place.left - place.width;
    return new Pad(place.top, bottom, place.left, right, new Boundary.Constant(fill))
        .apply(picture, execution);
  }
}
