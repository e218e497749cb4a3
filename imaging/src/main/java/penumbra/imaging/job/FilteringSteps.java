package penumbra.imaging.job;

import java.util.List;
import penumbra.catalogue.Filtering;
import penumbra.catalogue.OperationChain;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.InvalidInputException;
import penumbra.core.Radiograph;

/// The steps of a filter, or of operations one after the other.
record FilteringSteps(Filtering filtering) implements ImageSteps {
  @Override
  public boolean needsScale() {
    return filtering.needsScale();
  }

  @Override
  public List<String> doubts(Radiograph image) {
    return filtering.doubts(image);
  }

  @Override
  public Made apply(Radiograph image, Execution execution) {
    Filter filter = filtering.on(image);
    try {
      return ImageSteps.made(filter, image, filter.apply(image.pixels(), execution));
    } catch (InvalidInputException rule) {
      throw OperationChain.named(filter, image.pixels(), rule);
    }
  }
}
