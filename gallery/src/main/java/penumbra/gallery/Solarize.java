package penumbra.gallery;

import penumbra.core.DType;
import penumbra.core.Describe;
import penumbra.core.InvalidInputException;
import penumbra.core.PointwiseFilter;
import penumbra.core.Summary;
import penumbra.core.engine.PointwiseStep;

// @start region="filter"
/// What is above a threshold is mirrored at it.
@Summary("Mirror the values above a threshold.")
public record Solarize(
    @Describe(value = "Where values turn.", unit = "grey levels", min = 0) double threshold)
    implements PointwiseFilter {
  public Solarize {
    InvalidInputException.require(
        threshold >= 0, "threshold", "must be at least 0", threshold, "give a grey level");
  }

  @Override
  public DType resultType(DType input) {
    return input.real();
  }

  @Override
  public Step step(DType input) {
    return new PointwiseStep(
        input,
        resultType(input),
        (values, n) -> {
          for (int i = 0; i < n; i++) {
            values[i] = values[i] > threshold ? 2 * threshold - values[i] : values[i];
          }
        });
  }
}
// @end
