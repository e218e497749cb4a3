package penumbra.core.filter;

import static penumbra.core.InvalidInputException.require;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Describe;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.GreyScale;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.Polarity;
import penumbra.core.Reference;
import penumbra.core.Summary;
import penumbra.core.engine.edge.EdgeTracer;
import penumbra.core.engine.stream.GaussianWeights;
import penumbra.core.engine.stream.KernelPass;
import penumbra.core.engine.stream.LineKernel;

/// Canny's edges: thin, connected lines where the image is steepest.
///
/// ```
/// NdArray edges = Canny.of(50, 100).apply(pixels);
/// ```
///
/// The textbook's four steps:
/// 1. Gaussian smoothing, 5 x 5.
/// 2. Sobel derivatives along both axes; their magnitude and direction.
/// 3. Non-maximum suppression: only ridges of the magnitude are kept.
/// 4. Double threshold with hysteresis: ridges above `maxVal` are edges, and so are those above
///    `minVal` that are connected to one (8-connected).
///
/// **Result:** the input's shape, UINT8: 255 on edges, 0 elsewhere. A 1-D array counts as an image
/// of one row. An array with more than two axes counts as a stack of separate images.
///
/// **Notes.** The thresholds are in units of the Sobel magnitude: a step of `h` grey levels gives
/// up to `4 h`. So 16 bits need thresholds 257 times those of 8 bits. With `sigma` 0 there is no
/// smoothing, and on 8-bit images the edges are those of OpenCV's `Canny` (aperture 3).
///
/// **Source:** J. Canny, "A Computational Approach to Edge Detection", IEEE PAMI 8 (1986),
/// doi:10.1109/TPAMI.1986.4767851.
///
/// @param minVal the magnitude that an edge's pixel must exceed
/// @param maxVal the magnitude that an edge must exceed somewhere
/// @param sigma standard deviation of the 5 x 5 Gaussian, in pixels; 0 for no smoothing
/// @param norm how the magnitude is computed from the two derivatives
/// @param boundary the values beyond the edges
@Summary("Canny's edges: thin, connected lines where the image is steepest.")
@Reference(
    "J. Canny, \"A Computational Approach to Edge Detection\", IEEE PAMI 8 (1986),"
        + " doi:10.1109/TPAMI.1986.4767851.")
public record Canny(
    @Describe(
            value = "The lower threshold: each pixel of an edge must exceed it.",
            unit = "differences of grey levels",
            min = 0)
        double minVal,
    @Describe(
            value = "The upper threshold: an edge must exceed it somewhere; at least min-val.",
            unit = "differences of grey levels",
            min = 0)
        double maxVal,
    @Describe(
            value = "Standard deviation of the 5 x 5 Gaussian; 0 for no smoothing.",
            unit = "pixels",
            min = 0)
        double sigma,
    @Describe("How the magnitude is computed: |dx| + |dy| or sqrt(dx^2 + dy^2).") Norm norm,
    Boundary boundary)
    implements Filter {
  private static final double TEXTBOOK_SIGMA = 1.4;
  private static final int RADIUS = 2;

  /// How the magnitude of the gradient is computed.
  public enum Norm {
    /// `|dx| + |dy|`
    L1,
    /// `sqrt(dx^2 + dy^2)`
    L2
  }

  public Canny {
    require(
        minVal >= 0,
        "minVal",
        "must be at least 0",
        minVal,
        "give a gradient magnitude, 50 for instance");
    if (!(maxVal >= minVal)) {
      throw InvalidInputException.of(
          "maxVal",
          "must be at least minVal, " + minVal,
          maxVal,
          "give the larger threshold as maxVal");
    }
    require(
        sigma >= 0 && Double.isFinite(sigma),
        "sigma",
        "must be a finite number of at least 0",
        sigma,
        "give 0 to leave the smoothing out");
  }

  /// With the textbook's 5 x 5 Gaussian of sigma 1.4, the L2 norm and a reflecting boundary.
  public static Canny of(double minVal, double maxVal) {
    return new Canny(minVal, maxVal, TEXTBOOK_SIGMA, Norm.L2, Boundary.reflect());
  }

  /// This filter with another smoothing.
  public Canny withSigma(double newSigma) {
    return new Canny(minVal, maxVal, newSigma, norm, boundary);
  }

  /// This filter with another norm.
  public Canny withNorm(Norm newNorm) {
    return new Canny(minVal, maxVal, sigma, newNorm, boundary);
  }

  /// This filter with another boundary.
  public Canny withBoundary(Boundary newBoundary) {
    return new Canny(minVal, maxVal, sigma, norm, newBoundary);
  }

  @Override
  public Optional<GreyScale> scale(Optional<GreyScale> input, DType type) {
    return Optional.of(GreyScale.EIGHT_BITS);
  }

  @Override
  public Polarity polarity() {
    return Polarity.INDEPENDENT;
  }

  @Override
  public DType resultType(DType input) {
    return DType.UINT8;
  }

  @Override
  public NdArray apply(NdArray input, Execution execution) {
    int rank = input.rank();
    require(rank >= 1, "the array", "must have at least 1 axis", input, "give it the shape (1,)");
    int width = input.length(rank - 1);
    int height = rank == 1 ? 1 : input.length(rank - 2);
    if (!EdgeTracer.fits(height, width)) {
      throw InvalidInputException.of(
          "an image whose edges are traced",
          "must have fewer than 2^31 pixels with its border, rows rounded up to 64",
          NdArray.describe(height, width),
          "trace it in parts");
    }
    int pixels = height * width;
    int images = pixels == 0 ? 0 : Math.toIntExact(input.size() / pixels);
    NdArray stack = input.reshape(images, height, width);
    MemorySegment edges = execution.allocate(DType.UINT8, input.size());
    // Squares are compared with squares, which is exact for whole grey levels.
    boolean squared = norm == Norm.L2;
    var tracer =
        new EdgeTracer(
            boundary,
            smoothing(),
            derivative(1),
            derivative(0),
            squared,
            squared ? minVal * minVal : minVal,
            squared ? maxVal * maxVal : maxVal);
    for (int i = 0; i < images; i++) {
      tracer.trace(stack.part(i), edges, (long) i * pixels, execution);
    }
    return NdArray.of(DType.UINT8, edges, input.shape());
  }

  /// Sobel's derivative along that axis.
  private static List<KernelPass> derivative(int axis) {
    return List.of(
        new KernelPass(axis, LineKernel.of(-1, 0, 1)),
        new KernelPass(1 - axis, LineKernel.of(1, 2, 1)));
  }

  private List<KernelPass> smoothing() {
    List<KernelPass> passes = new ArrayList<>();
    for (int axis = 0; axis < (sigma == 0 ? 0 : 2); axis++) {
      passes.add(new KernelPass(axis, GaussianWeights.kernel(sigma, 0, RADIUS)));
    }
    return passes;
  }
}
