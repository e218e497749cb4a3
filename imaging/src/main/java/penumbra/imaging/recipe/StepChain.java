package penumbra.imaging.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.core.Chain;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.Radiograph;
import penumbra.imaging.job.ImageSteps;

/// Steps applied one after the other to many images. If no step depends on the image, as lengths in
/// millimetres do, there is one chain for all images.
///
/// @param steps the steps in order; may be empty
/// @param common the steps for every image; empty if they depend on the image
record StepChain(List<Step> steps, Optional<Chain> common) implements ImageSteps {
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

  /// Applies the steps to `image`. After a step that changes the shape, the spacing is unknown, so
  /// that no length can be wrong.
  @Override
  public Made apply(Radiograph image, Execution execution) {
    if (common.isPresent()) {
      Chain chain = common.get();
      return new Made(image.withResult(chain.apply(image.pixels(), execution)), chain.filters());
    }
    // Each result is the input of the next: the given storage holds only one.
    Execution apart = execution.withHeapStorage();
    Radiograph made = image;
    List<Filter> filters = new ArrayList<>();
    for (Step step : steps) {
      Filter filter = step.on(made);
      made = made.withResult(filter.apply(made.pixels(), apart));
      filters.add(filter);
    }
    return new Made(made, filters);
  }
}
