package penumbra.core.filter.geometry;

import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Describe;
import penumbra.core.Execution;
import penumbra.core.GeometricFilter;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.PictureFrame;
import penumbra.core.Polarity;
import penumbra.core.Reference;
import penumbra.core.Summary;

/// Fits a picture into a box, keeps its aspect ratio, and fills the rest.
///
/// ```
/// Letterbox fit = Letterbox.into(224, 224);
/// NdArray boxed = fit.apply(pixels);
/// PictureFrame place = fit.placeOf(920, 1200);  // to transform annotations, in either direction
/// ```
///
/// [Resize] with fit `inside` resizes the picture, which is then centred. If the rest is odd, the
/// larger half is below and on the right.
///
/// **Result:** the last two axes have the size of the box; the type is that of [Resize]. In an
/// array with more axes, each picture is fitted separately.
///
/// @param height rows of the box
/// @param width columns of the box
/// @param kernel how neighbouring values are weighted
/// @param fill the value of the rest
/// @param outputType the type of the result
@Summary("Fit a picture into a box with its aspect ratio kept, and fill the rest.")
@Reference("Pillow, documentation of ImageOps.pad.")
public record Letterbox(
    @Describe(value = "Rows of the box.", unit = "pixels", min = 1, max = Resize.LARGEST)
        int height,
    @Describe(value = "Columns of the box.", unit = "pixels", min = 1, max = Resize.LARGEST)
        int width,
    Resize.Kernel kernel,
    @Describe(value = "The value of the rest.", unit = "grey levels") double fill,
    OutputType outputType)
    implements GeometricFilter {
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

  @Override
  public PictureFrame placeOf(int rows, int columns) {
    int[] size = resize().sizeFor(rows, columns);
    return margins(size[0], size[1]).placeOf(size[0], size[1]);
  }

  /// What fills the box around a resized picture.
  private Pad margins(int rows, int columns) {
    int top = (height - rows) / 2;
    int left = (width - columns) / 2;
    return new Pad(
        top, height - rows - top, left, width - columns - left, new Boundary.Constant(fill));
  }

  @Override
  public boolean keepsGreyLevels() {
    return true;
  }

  @Override
  public Polarity polarity() {
    return Polarity.FOLLOWS_FROM_ZERO;
  }

  @Override
  public DType resultType(DType input) {
    return resize().resultType(input);
  }

  @Override
  public NdArray apply(NdArray input, Execution execution) {
    PictureAxes.check(input, "letterbox");
    if (input.size() == 0) {
      return input.as(resultType(input.type()));
    }
    NdArray picture = resize().apply(input, execution.withHeapStorage());
    int rows = picture.length(input.rank() - 2);
    int columns = picture.length(input.rank() - 1);
    return margins(rows, columns).apply(picture, execution);
  }
}
