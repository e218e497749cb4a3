package penumbra.gallery;

import penumbra.core.DType;
import penumbra.core.PointwiseFilter;
import penumbra.core.engine.PointwiseStep;

// @start region="filter"
/// Gamma correction: `white * (x / white)^exponent`.
public record Gamma(double exponent, double white) implements PointwiseFilter {
  @Override
  public DType resultType(DType input) {
    return input.real(); // FLOAT32, or FLOAT64 for FLOAT64
  }

  @Override
  public Step step(DType input) {
    return new PointwiseStep(
        input,
        resultType(input),
        (values, n) -> {
          for (int i = 0; i < n; i++) {
            values[i] = white * StrictMath.pow(values[i] / white, exponent);
          }
        });
  }
}
// @end
