package penumbra.core.engine;

import java.util.List;
import java.util.stream.IntStream;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.PerAxis;

/// A filter along the lines of an array, one axis after the other. You write a function that takes
/// a line and returns a line. The engine does the rest: the boundary, any element type, any number
/// of axes, the threads.
///
/// {@snippet file="RunningMean.java" region="filter"}
///
/// Implement it as a record. A component named `boundary` or `outputType` is enough to give the
/// filter that parameter.
///
/// **Result:** the input's shape; by default FLOAT32, or FLOAT64 for FLOAT64 input. The function
/// computes in double precision in either [penumbra.core.Precision]. After each axis the values are
/// stored in the output type, by the C cast that [DType] describes, as in SciPy's filters. A
/// function with the same arithmetic gives the bits of `scipy.ndimage.generic_filter1d`.
///
/// **Notes.** NaN and infinity reach the function as they are. It must always return the same
/// result for the same line, so that results do not depend on the threads.
public interface LineFilter extends Filter {
  /// How far the window reaches along `axis` of an array of `rank` axes.
  Span span(int axis, int rank);

  /// The function for the lines along `axis`. Each thread gets its own, which may keep buffers.
  LineFunction function(int axis, int rank);

  /// The axes to filter, in order. Default: all of them, axis 0 first. Negative ones count from the
  /// last.
  default List<Integer> axes(int rank) {
    return IntStream.range(0, rank).boxed().toList();
  }

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
    return LineRun.of(this, input, resultType(input.type()), execution);
  }
}
