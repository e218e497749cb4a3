package penumbra.datasets.run.journal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.core.measure.Histogram;
import penumbra.core.measure.Measures;
import penumbra.core.measure.Statistics;
import penumbra.imaging.recipe.RecipeHistogram;

/// The facts that a run records about an image's pixels, as they were read.
///
/// @param shape the lengths of the axes
/// @param type the type of the pixels
/// @param decoding the steps from bytes to pixels, in sentences
/// @param statistics over all pixels
/// @param percentiles at each of [#PERCENT]
/// @param histogram the histogram, if the recipe requests one
public record InputFacts(
    List<Integer> shape,
    DType type,
    String decoding,
    Statistics statistics,
    List<Double> percentiles,
    Optional<Histogram> histogram) {
  /// The percentiles that are recorded.
  public static final List<Integer> PERCENT = List.of(1, 5, 25, 50, 75, 95, 99);

  public InputFacts {
    shape = List.copyOf(shape);
    percentiles = List.copyOf(percentiles);
  }

  /// Measures the pixels of an image.
  public static InputFacts of(
      Radiograph image, Optional<RecipeHistogram> taken, Execution execution) {
    NdArray pixels = image.pixels();
    Measures measures = Measures.of(pixels, execution);
    Statistics statistics = measures.statistics();
    double[] at = PERCENT.stream().mapToDouble(Integer::doubleValue).toArray();
    return new InputFacts(
        Arrays.stream(pixels.shape()).boxed().toList(),
        pixels.type(),
        String.join(" ", image.decodingSteps()),
        statistics,
        Arrays.stream(measures.percentiles(at)).boxed().toList(),
        taken.map(histogram -> histogram.take(pixels, measures, statistics)));
  }

  /// The number of pixels.
  public long pixels() {
    return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }
}
