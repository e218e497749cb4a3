package penumbra.gallery;

import penumbra.core.Boundary;
import penumbra.core.OutputType;
import penumbra.core.engine.LineFilter;
import penumbra.core.engine.LineFunction;
import penumbra.core.engine.Span;

// @start region="filter"
/// The mean of `size` neighbours along each axis in turn: a box blur.
public record RunningMean(int size, Boundary boundary, OutputType outputType)
    implements LineFilter {
  @Override
  public Span span(int axis, int rank) {
    return Span.of(size);
  }

  @Override
  public LineFunction function(int axis, int rank) {
    return (line, result, n) -> {
      for (int x = 0; x < n; x++) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
          sum += line[x + k];
        }
        result[x] = sum / size;
      }
    };
  }
}
// @end
