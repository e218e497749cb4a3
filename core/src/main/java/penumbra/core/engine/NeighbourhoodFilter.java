package penumbra.core.engine;

import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.PerAxis;

/// A filter that makes each element of the result from the elements around its place. The author
/// writes which places these are, and one window in, one value out; the rest is done here: the
/// boundary, any element type, any number of axes, tiles for the caches, the threads.
///
/// {@snippet file="LocalRange.java" region="filter"}
///
/// It is implemented by a record. A component named `boundary` or `outputType` is all that is
/// needed to give the filter that parameter.
///
/// **Result:** the input's shape; by default FLOAT32, or FLOAT64 for FLOAT64 input. The function
/// computes in double precision in either [penumbra.core.Precision], and its results are stored by
/// the C cast that [DType] describes: with a function of the same arithmetic they have the bits of
/// `scipy.ndimage.generic_filter`. A filter that picks one of the elements overrides [#resultType]
/// with `outputType().resolve(input, input)`.
///
/// **Notes.** NaN and infinity reach the function as they are. Where a place lies beyond the edges
/// of several axes whose boundaries are constants, that of the first such axis counts.
public interface NeighbourhoodFilter extends Filter {
  /// The places around each element that count, for an array of `rank` axes.
  Footprint footprint(int rank);

  /// What is done to the windows. Each thread asks for one of its own, which may keep buffers.
  NeighbourhoodFunction function();

  /// What the filter sees beyond the edges.
  default Boundary boundary() {
    return Boundary.reflect();
  }

  /// What it sees beyond the edges of each axis: the same everywhere.
  default PerAxis<Boundary> boundaries() {
    return PerAxis.of(boundary());
  }

  /// The type of the result.
  default OutputType outputType() {
    return OutputType.DEFAULT;
  }

  @Override
  default DType resultType(DType input) {
    return outputType().resolve(input, input.real());
  }

  @Override
  default NdArray apply(NdArray input, Execution execution) {
    return NeighbourhoodRun.of(this, input, resultType(input.type()), execution);
  }
}
