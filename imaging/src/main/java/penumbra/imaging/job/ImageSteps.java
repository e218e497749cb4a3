package penumbra.imaging.job;

import java.util.List;
import penumbra.catalogue.Filtering;
import penumbra.catalogue.OperationChain;
import penumbra.core.Chain;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;

/// What is done with the values of an image; the same object serves any number of images.
@FunctionalInterface
public interface ImageSteps {
  /// A result, and the filters that made it.
  ///
  /// @param image the result
  /// @param filters in their order; none where the image is unchanged
  record Made(Radiograph image, List<Filter> filters) {
    public Made {
      filters = List.copyOf(filters);
    }
  }

  /// What the steps make of `image`.
  Made apply(Radiograph image, Execution execution);

  /// No steps: the image itself.
  static ImageSteps none() {
    return (image, _) -> new Made(image, List.of());
  }

  /// The steps of a filter, or of operations one after the other. An error says which of several
  /// operations it comes from.
  static ImageSteps of(Filtering filtering) {
    return (image, execution) -> {
      Filter filter = filtering.on(image);
      NdArray result = apply(filter, image.pixels(), execution);
      List<Filter> filters = filter instanceof Chain(List<Filter> inner) ? inner : List.of(filter);
      return new Made(image.withResult(result), filters);
    };
  }

  private static NdArray apply(Filter filter, NdArray input, Execution execution) {
    try {
      return filter.apply(input, execution);
    } catch (InvalidInputException rule) {
      throw OperationChain.named(filter, input, rule);
    }
  }
}
