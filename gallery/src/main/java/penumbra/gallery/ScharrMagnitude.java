package penumbra.gallery;

import java.util.List;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.engine.Correlation;
import penumbra.core.engine.Pass;

// @start region="filter"
/// The length of the Scharr gradient of a picture.
public record ScharrMagnitude(Boundary boundary, OutputType outputType) implements Filter {
  private static final Correlation GRADIENT =
      Correlation.magnitude(
          List.of(Pass.along(0, -1, 0, 1), Pass.along(1, 3, 10, 3)),
          List.of(Pass.along(1, -1, 0, 1), Pass.along(0, 3, 10, 3)));

  @Override
  public DType resultType(DType input) {
    return outputType.resolve(input, input.real());
  }

  @Override
  public NdArray apply(NdArray input, Execution execution) {
    return GRADIENT.withBoundary(boundary).withOutputType(outputType).apply(input, execution);
  }
}
// @end
