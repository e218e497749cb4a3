package penumbra.datasets.run;

import java.util.List;
import java.util.Optional;
import penumbra.core.Chain;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.Polarity;
import penumbra.core.Radiograph;
import penumbra.imaging.recipe.Step;

/// Steps applied one after the other to many images. If no step depends on the image, as lengths in
/// millimetres do, there is one chain for all images.
///
/// @param steps in order; may be empty
/// @param common the filter for every image; empty if it depends on the image
record StepChain(List<Step> steps, Optional<Filter> common) {
  StepChain {
    steps = List.copyOf(steps);
  }

  static StepChain of(List<Step> steps) {
    boolean alike = steps.stream().noneMatch(Step::hasLengths);
    return new StepChain(
        steps,
        alike && !steps.isEmpty()
            ? Optional.of(new Chain(steps.stream().map(Step::filter).toList()))
            : Optional.empty());
  }

  /// Whether the results are on the scale of the image, see [Filter#keepsGreyLevels].
  boolean keepsGreyLevels() {
    return steps.stream().allMatch(step -> step.filter().keepsGreyLevels());
  }

  /// How the results change when light and dark are swapped in the image.
  Polarity polarity() {
    return steps.stream()
        .map(step -> step.filter().polarity())
        .reduce(Polarity.FOLLOWS, Polarity::then);
  }

  /// The result of the steps for `image`. After a step that changes the shape the spacing is
  /// unknown, so that no length can be wrong.
  Radiograph apply(Radiograph image, Execution execution) {
    if (common.isPresent()) {
      return image.withResult(common.get().apply(image.pixels(), execution));
    }
    // Each result is the input of the next: the storage that is given holds but one.
    Execution apart = execution.withHeapStorage();
    Radiograph made = image;
    for (Step step : steps) {
      made = made.withResult(step.on(made).apply(made.pixels(), apart));
    }
    return made;
  }
}
