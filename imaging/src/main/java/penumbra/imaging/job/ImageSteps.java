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

/// The processing of an image's values; one object can process any number of images.
@FunctionalInterface
public interface ImageSteps {
  /// A result, and the filters that made it.
  ///
  /// @param image the result
  /// @param filters the filters in order; none if the image is unchanged
  record Made(Radiograph image, List<Filter> filters) {
    public Made {
      filters = List.copyOf(filters);
    }
  }

  /// Applies the steps to `image`.
  Made apply(Radiograph image, Execution execution);

  /// No steps: returns the image itself.
  static ImageSteps none() {
    return (image, _) -> new Made(image, List.of());
  }

  /// The steps of a filter, or of several operations in sequence. An error names the operation if
  /// there are several.
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
