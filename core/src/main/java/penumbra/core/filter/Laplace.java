package penumbra.core.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.GreyScale;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.PerAxis;
import penumbra.core.Polarity;
import penumbra.core.Reference;
import penumbra.core.Summary;
import penumbra.core.engine.Combination;
import penumbra.core.engine.Correlation;
import penumbra.core.engine.Pass;
import penumbra.core.engine.Weights;

/// The Laplacian by second differences: `sum over axes of f(x - 1) - 2 f(x) + f(x + 1)`.
///
/// ```
/// NdArray curvature = Laplace.standard().apply(pixels);
/// ```
///
/// **Result:** the input's shape; by default FLOAT32, or FLOAT64 for FLOAT64 input. With an output
/// type, the bits of `scipy.ndimage.laplace`.
///
/// **Notes.** It amplifies noise; [GaussianLaplace] smooths first. On 8-bit images its range is
/// -1020..1020, which does not fit in 8 bits.
///
/// @param boundary the values beyond the edges
/// @param outputType the type of the result
@Summary("Laplacian by second differences.")
@Reference(
    "scipy.ndimage.laplace: P. Virtanen et al., \"SciPy 1.0: Fundamental Algorithms for"
        + " Scientific Computing in Python\", Nature Methods 17 (2020),"
        + " doi:10.1038/s41592-019-0686-2.")
public record Laplace(Boundary boundary, OutputType outputType) implements Filter {
  private static final Weights SECOND_DIFFERENCE = Weights.of(1, -2, 1);

  /// With a reflecting boundary.
  public static Laplace standard() {
    return new Laplace(Boundary.reflect(), OutputType.DEFAULT);
  }

  /// This filter with another boundary.
  public Laplace withBoundary(Boundary newBoundary) {
    return new Laplace(newBoundary, outputType);
  }

  /// This filter with another type of result.
  public Laplace withOutputType(OutputType newOutputType) {
    return new Laplace(boundary, newOutputType);
  }

  @Override
  public Optional<GreyScale> scale(Optional<GreyScale> input, DType type) {
    return input.map(GreyScale::ofDifferences);
  }

  @Override
  public Polarity polarity() {
    return Polarity.FOLLOWS;
  }

  @Override
  public DType resultType(DType input) {
    return outputType.resolve(input, input.real());
  }

  @Override
  public NdArray apply(NdArray input, Execution execution) {
    List<List<Pass>> branches = new ArrayList<>();
    for (int axis = 0; axis < input.rank(); axis++) {
      branches.add(List.of(new Pass(axis, SECOND_DIFFERENCE)));
    }
    return new Correlation(branches, Combination.SUM, PerAxis.of(boundary), outputType)
        .apply(input, execution);
  }
}
