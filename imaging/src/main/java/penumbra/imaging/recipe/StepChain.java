package penumbra.imaging.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.catalogue.OperationChain;
import penumbra.core.Chain;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.GreyScale;
import penumbra.core.InvalidInputException;
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
    boolean alike = steps.stream().noneMatch(step -> step.hasLengths() || step.hasShares());
    return new StepChain(
        steps,
        alike && !steps.isEmpty()
            ? Optional.of(new Chain(steps.stream().map(Step::filter).toList()))
            : Optional.empty());
  }

  @Override
  public boolean needsScale() {
    return !steps.isEmpty() && chain().needsScale();
  }

  @Override
  public List<String> doubts(Radiograph image) {
    // With lengths, what a step sees depends on the shape of the result before it.
    boolean lengths = steps.stream().anyMatch(Step::hasLengths);
    return needsScale() && !lengths ? chain().doubts(image) : List.of();
  }

  private OperationChain chain() {
    return new OperationChain(steps.stream().map(Step::call).toList());
  }

  /// What the steps make of `image`. After a step that changes the shape the spacing is not known,
  /// so that no length can be wrong.
  @Override
  public Made apply(Radiograph image, Execution execution) {
    if (common.isPresent()) {
      return made(common.get(), image, execution);
    }
    if (!steps.isEmpty() && steps.stream().noneMatch(Step::hasLengths)) {
      return made(resolved(image), image, execution);
    }
    // Each result is the input of the next: the given storage holds only one.
    Execution apart = execution.withHeapStorage();
    Radiograph made = image;
    List<Filter> filters = new ArrayList<>();
    for (Step step : steps) {
      Filter filter = step.on(made);
      Optional<GreyScale> scale = filter.scale(made.scale(), made.pixels().type());
      made = made.withResult(filter.apply(made.pixels(), apart)).withScale(scale);
      filters.add(filter);
    }
    return new Made(made, filters);
  }

  /// The filters for `image`. What is wrong is told by its parts, as of single steps.
  private Filter resolved(Radiograph image) {
    try {
      return chain().on(image);
    } catch (IllegalArgumentException named) {
      throw named.getCause() instanceof InvalidInputException rule ? rule : named;
    }
  }

  private static Made made(Filter filter, Radiograph image, Execution execution) {
    return ImageSteps.made(filter, image, filter.apply(image.pixels(), execution));
  }
}
