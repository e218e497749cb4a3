package penumbra.core.filter.geometry;

import static penumbra.core.InvalidInputException.require;

import org.jspecify.annotations.Nullable;
import penumbra.core.DType;
import penumbra.core.Describe;
import penumbra.core.Execution;
import penumbra.core.GeometricFilter;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.PictureFrame;
import penumbra.core.Reference;
import penumbra.core.Summary;
import penumbra.core.engine.resample.OpenCvResize;
import penumbra.core.engine.resample.ResamplingEngine;
import penumbra.core.engine.resample.ResamplingWeights;

/// Resizes a picture, with anti-aliasing when it shrinks.
///
/// ```
/// NdArray small = Resize.to(224, 224).apply(pixels);                       // squashed
/// NdArray covering = Resize.to(256, 256).withFit(Resize.Fit.OUTSIDE).apply(pixels);  // then CentreCrop
/// ```
///
/// Each new value is a weighted mean of the old values around its place. The kernel gives the
/// weights; it is stretched by the factor of shrinking, so that every old value counts. Rows first,
/// then columns.
///
/// **Result:** the shape with the last two axes resized; in an array with more axes, each picture
/// is resized separately. By default FLOAT32 (FLOAT64 for FLOAT64 input). In an integer type, sums
/// are rounded and clipped to the type's range after rows and after columns. [Kernel#NEAREST] only
/// picks values, so it keeps the input's type.
///
/// With the input's type as output type, the bits of Pillow's `Image.resize` for its modes L
/// (UINT8), I (INT32) and F (FLOAT32), with its filters NEAREST, BOX, BILINEAR, BICUBIC and
/// LANCZOS.
///
/// [Kernel#SKIMAGE] and [Kernel#SKIMAGE_CONSTANT] have the bits of scikit-image 0.19, by default in
/// FLOAT64, or FLOAT32 for FLOAT32 input. [Kernel#CV2_LINEAR] and [Kernel#CV2_AREA] have the bits
/// of OpenCV 4.6, by default in the input's type, which must be UINT8, UINT16, INT16, FLOAT32 or
/// FLOAT64.
///
/// **Notes.** Bicubic and Lanczos overshoot at edges, beyond the input's range. torchvision's
/// `Resize` of a PIL image is the same with output type `same`. OpenCV and `torch.nn.functional`
/// without `antialias` use only the nearest old values, which causes aliasing when they shrink.
///
/// **Source:** Pillow's documentation, "Concepts: Filters"; for bicubic (a = -0.5) R. G. Keys,
/// "Cubic Convolution Interpolation for Digital Image Processing", IEEE TASSP 29 (1981),
/// doi:10.1109/TASSP.1981.1163711.
///
/// @param height rows of the result, or of the box that it fits
/// @param width columns, likewise
/// @param fit how to treat the picture's aspect ratio
/// @param kernel how neighbouring values are weighted
/// @param outputType the type of the result
@Summary("Resize a picture, without aliases where it shrinks.")
@Reference(
    "Pillow, \"Concepts: Filters\"; for bicubic R. G. Keys, \"Cubic Convolution"
        + " Interpolation for Digital Image Processing\", IEEE TASSP 29 (1981),"
        + " doi:10.1109/TASSP.1981.1163711.")
public record Resize(
    @Describe(
            value = "Rows of the result, or of the box that it fits.",
            unit = "pixels",
            min = 1,
            max = Resize.LARGEST)
        int height,
    @Describe(
            value = "Columns of the result, or of the box that it fits.",
            unit = "pixels",
            min = 1,
            max = Resize.LARGEST)
        int width,
    Fit fit,
    Kernel kernel,
    OutputType outputType)
    implements GeometricFilter {
  static final int LARGEST = 1 << 20;

  /// What to do if the picture's aspect ratio is not that of the requested size.
  @Describe(
      "How to treat the aspect ratio: stretch ignores it; inside keeps it and fits"
          + " the picture into the size; outside keeps it and covers the size.")
  public enum Fit {
    /// Ignore it: the result has the requested size.
    STRETCH,
    /// Keep it: the largest size that fits in. The other side is rounded to nearest, ties to even,
    /// as in Pillow's `ImageOps.contain`.
    INSIDE,
    /// Keep it: the smallest size that covers. The other side is rounded down, as in torchvision's
    /// `Resize(n)` if height and width are `n`.
    OUTSIDE
  }

  /// How values are weighted by their distance, counted in new pixels if the picture shrinks and in
  /// old pixels if it grows.
  @Describe(
      "How neighbouring values are weighted: nearest to lanczos as in Pillow, skimage as in"
          + " scikit-image, cv2-linear and cv2-area as in OpenCV.")
  public enum Kernel {
    /// Only the value at the place.
    NEAREST,
    /// Equal weights within half a pixel. If the picture shrinks by a whole number, this is the
    /// mean of each block.
    BOX,
    /// The mean of the area that a new pixel covers. Old pixels at its edge are weighted by the
    /// covered part.
    AREA,
    /// Falling linearly to 0 at a pixel's distance.
    BILINEAR,
    /// Keys' cubic, a = -0.5, to two pixels' distance.
    BICUBIC,
    /// Lanczos' windowed sinc, to three pixels' distance.
    LANCZOS,
    /// scikit-image's `transform.resize(order=1, anti_aliasing=True, preserve_range=True)`: a
    /// Gaussian where the picture shrinks, then linear interpolation.
    SKIMAGE,
    /// The same with `mode='constant'`, zeros beyond the edges, as torchxrayvision's `XRayResizer`
    /// has it.
    SKIMAGE_CONSTANT,
    /// OpenCV's INTER_LINEAR: between the four nearest values, also if the picture shrinks.
    CV2_LINEAR,
    /// OpenCV's INTER_AREA: means of areas if the picture shrinks, else between neighbours.
    CV2_AREA
  }

  public Resize {
    checkLength("height", height);
    checkLength("width", width);
  }

  static void checkLength(String name, int length) {
    require(
        length >= 1 && length <= LARGEST,
        name,
        "must be 1 to " + LARGEST,
        length,
        "give the number of pixels");
  }

  /// To that size, bilinear, ignoring the picture's aspect ratio.
  public static Resize to(int height, int width) {
    return new Resize(height, width, Fit.STRETCH, Kernel.BILINEAR, OutputType.DEFAULT);
  }

  /// This filter with another fit.
  public Resize withFit(Fit newFit) {
    return new Resize(height, width, newFit, kernel, outputType);
  }

  /// This filter with another kernel.
  public Resize withKernel(Kernel newKernel) {
    return new Resize(height, width, fit, newKernel, outputType);
  }

  /// This filter with another type of result.
  public Resize withOutputType(OutputType newOutputType) {
    return new Resize(height, width, fit, kernel, newOutputType);
  }

  @Override
  public boolean keepsGreyLevels() {
    return true;
  }

  @Override
  public DType resultType(DType input) {
    return switch (kernel) {
      case NEAREST, CV2_LINEAR, CV2_AREA -> outputType.resolve(input, input);
      case SKIMAGE, SKIMAGE_CONSTANT -> outputType.resolve(input, SkimageResize.resultType(input));
      default -> outputType.resolve(input, input.real());
    };
  }

  @Override
  public PictureFrame placeOf(int rows, int columns) {
    int[] size = sizeFor(rows, columns);
    return PictureFrame.whole(size[0], size[1]);
  }

  /// The new rows and columns of a picture of that size.
  int[] sizeFor(int rows, int columns) {
    if (fit == Fit.STRETCH) {
      return new int[] {height, width};
    }
    double byHeight = (double) height / rows;
    double byWidth = (double) width / columns;
    boolean heightRules = fit == Fit.INSIDE ? byHeight <= byWidth : byHeight >= byWidth;
    return heightRules
        ? new int[] {height, other((double) height * columns / rows)}
        : new int[] {other((double) width * rows / columns), width};
  }

  private int other(double exact) {
    double whole = fit == Fit.INSIDE ? Math.rint(exact) : Math.floor(exact);
    return Math.clamp((long) whole, 1, LARGEST);
  }

  @Override
  public NdArray apply(NdArray input, Execution execution) {
    PictureAxes.check(input, "resize");
    int rows = input.length(input.rank() - 2);
    int columns = input.length(input.rank() - 1);
    DType type = resultType(input.type());
    if (input.size() == 0) {
      return input.as(type);
    }
    int[] size = sizeFor(rows, columns);
    switch (kernel) {
      case SKIMAGE, SKIMAGE_CONSTANT -> {
        boolean mirrored = kernel == Kernel.SKIMAGE;
        return new SkimageResize(size[0], size[1], mirrored).apply(input, type, execution);
      }
      case CV2_LINEAR, CV2_AREA -> {
        boolean area = kernel == Kernel.CV2_AREA;
        Execution own = type == input.type() ? execution : execution.withHeapStorage();
        NdArray resized = OpenCvResize.run(input, size[0], size[1], area, own);
        return type == input.type() ? resized : resized.as(type, execution);
      }
      default -> {}
    }
    if (kernel == Kernel.NEAREST) {
      int[] ofRows = PictureAxes.nearest(rows, size[0]);
      int[] ofColumns = PictureAxes.nearest(columns, size[1]);
      Execution storage = type == input.type() ? execution : execution.withHeapStorage();
      return PictureAxes.picked(input, ofRows, ofColumns, 0, storage).as(type, execution);
    }
    return ResamplingEngine.run(
        input, weights(rows, size[0]), weights(columns, size[1]), type, execution);
  }

  private @Nullable ResamplingWeights weights(int from, int to) {
    if (from == to) {
      return null;
    }
    return switch (kernel) {
      case NEAREST, SKIMAGE, SKIMAGE_CONSTANT, CV2_LINEAR, CV2_AREA ->
          throw new IllegalStateException("has no weights of its own");
      case AREA -> ResamplingWeights.ofArea(from, to);
      case BOX -> ResamplingWeights.of(from, to, x -> x > -0.5 && x <= 0.5 ? 1 : 0, 0.5);
      case BILINEAR -> ResamplingWeights.of(from, to, x -> Math.max(0, 1 - Math.abs(x)), 1);
      case BICUBIC -> ResamplingWeights.of(from, to, Resize::cubic, 2);
      case LANCZOS -> ResamplingWeights.of(from, to, Resize::lanczos, 3);
    };
  }

  private static double lanczos(double x) {
    return x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0;
  }

  private static double sinc(double x) {
    double angle = x * Math.PI;
    return x == 0 ? 1 : StrictMath.sin(angle) / angle;
  }

  private static double cubic(double signed) {
    double a = -0.5;
    double x = Math.abs(signed);
    if (x < 1) {
      return ((a + 2) * x - (a + 3)) * x * x + 1;
    }
    return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
  }
}
