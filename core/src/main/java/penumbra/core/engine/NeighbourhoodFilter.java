package penumbra.core.engine;

import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.PerAxis;

/// A filter that computes each element of the result from the elements around its place. You write
/// the footprint, which lists these places, and a function that takes a window and returns a value.
/// The engine does the rest: the boundary, any element type, any number of axes, tiles for the
/// caches, the threads.
///
/// {@snippet file="LocalRange.java" region="filter"}
///
/// Implement it as a record. A component named `boundary` or `outputType` is enough to give the
/// filter that parameter.
///
/// **Result:** the input's shape; by default FLOAT32, or FLOAT64 for FLOAT64 input. The function
/// computes in double precision in either [penumbra.core.Precision], and its results are stored by
/// the C cast that [DType] describes. A function with the same arithmetic gives the bits of
/// `scipy.ndimage.generic_filter`. A filter that picks one of the elements overrides [#resultType]
/// with `outputType().resolve(input, input)`.
///
/// **Notes.** NaN and infinity reach the function as they are. If a place is beyond the edges of
/// several axes with constant boundaries, the constant of the first such axis counts.
public interface NeighbourhoodFilter extends Filter {
  /// The places of a window, for an array of `rank` axes.
  Footprint footprint(int rank);

  /// The function for the windows. Each thread gets its own, which may keep buffers.
  NeighbourhoodFunction function();

  /// The values beyond the edges.
  default Boundary boundary() {
    return Boundary.reflect();
  }

  /// The boundary of each axis. Default: the same for all.
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
