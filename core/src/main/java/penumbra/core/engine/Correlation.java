package penumbra.core.engine;

import java.util.List;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.PerAxis;
import penumbra.core.engine.stream.KernelPass;
import penumbra.core.engine.stream.SeparableEngine;

/// A filter made of correlations along axes, like Penumbra's own Gaussian, Sobel and Laplace
/// filters.
///
/// ```
/// Correlation sobel = Correlation.of(Pass.along(1, -1, 0, 1), Pass.along(0, 1, 2, 1));
/// Correlation laplace = Correlation.sum(
///     List.of(Pass.along(0, 1, -2, 1)), List.of(Pass.along(1, 1, -2, 1)));
/// ```
///
/// A term is a list of passes, applied one after the other, each along one axis. The results of
/// several terms are combined. If the passes go along the last two axes, all of them and the
/// combination run in one sweep over memory.
///
/// **Result:** the input's shape; by default FLOAT32, or FLOAT64 for FLOAT64 input. With an output
/// type, the bits of SciPy's `correlate1d`, pass by pass: after each pass a value is stored in the
/// output type, wraparound included.
///
/// **Precision.** Exact results are computed in double precision without fused multiply-add, or in
/// single precision if that makes no rounding error. [penumbra.core.Precision#FAST] computes in
/// single precision. In both, the bits do not depend on the threads or the kernels.
///
/// **Notes.** NaN and infinity spread over the extent of the weights, also if a weight is 0.
///
/// @param terms the terms, at least one; one without passes is the input itself
/// @param combination how the terms become one
/// @param boundary the values beyond the edges, one boundary for all axes or one for each
/// @param outputType the type of the result
public record Correlation(
    List<List<Pass>> terms,
    Combination combination,
    PerAxis<Boundary> boundary,
    OutputType outputType)
    implements Filter {
  public Correlation {
    terms = terms.stream().map(List::copyOf).toList();
  }

  /// A correlation of one term: these passes, one after the other.
  public static Correlation of(Pass... passes) {
    return sum(List.of(passes));
  }

  /// The sum of terms.
  @SafeVarargs
  @SuppressWarnings("varargs") // the lists are copied before anyone can see them
  public static Correlation sum(List<Pass>... terms) {
    return combined(Combination.SUM, List.of(terms));
  }

  /// The root of the sum of the terms' squares, for example the magnitude of a gradient.
  @SafeVarargs
  @SuppressWarnings("varargs") // the lists are copied before anyone can see them
  public static Correlation magnitude(List<Pass>... terms) {
    return combined(Combination.MAGNITUDE, List.of(terms));
  }

  /// Any number of terms, with a reflecting boundary.
  public static Correlation combined(Combination combination, List<List<Pass>> terms) {
    return new Correlation(terms, combination, PerAxis.of(Boundary.reflect()), OutputType.DEFAULT);
  }

  /// This filter with another boundary, one for all axes or one for each.
  public Correlation withBoundary(Boundary... newBoundary) {
    return new Correlation(terms, combination, PerAxis.of(newBoundary), outputType);
  }

  /// This filter with another type of result.
  public Correlation withOutputType(OutputType newOutputType) {
    return new Correlation(terms, combination, boundary, newOutputType);
  }

  @Override
  public DType resultType(DType input) {
    return outputType.resolve(input, input.real());
  }

  @Override
  public NdArray apply(NdArray input, Execution execution) {
    Axes.requireOne(input);
    InvalidInputException.require(
        !terms.isEmpty(),
        "the number of terms of a correlation",
        "must be at least 1",
        0,
        "give the passes of each term");
    return SeparableEngine.run(
        input,
        terms.stream().map(passes -> passes(passes, input)).toList(),
        combination.rows(),
        Boundaries.of(boundary, input.rank()),
        resultType(input.type()),
        execution);
  }

  private static List<KernelPass> passes(List<Pass> passes, NdArray input) {
    return passes.stream().map(pass -> pass.of(input)).toList();
  }
}
