package penumbra.imaging.job;

import java.util.List;
import java.util.Optional;
import penumbra.catalogue.Filtering;
import penumbra.core.Chain;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.GreyScale;
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

  /// Whether the steps, or a doubt about them, depend on the grey scale of the image.
  default boolean needsScale() {
    return false;
  }

  /// What seems wrong with numbers that were given as grey levels of `image`, each in a sentence.
  default List<String> doubts(Radiograph image) {
    return List.of();
  }

  /// What the steps make of `image`.
  Made apply(Radiograph image, Execution execution);

  /// No steps: returns the image itself.
  static ImageSteps none() {
    return (image, _) -> new Made(image, List.of());
  }

  /// The steps of a filter, or of several operations in sequence. An error names the operation if
  /// there are several.
  static ImageSteps of(Filtering filtering) {
    return new FilteringSteps(filtering);
  }

  /// The `result` that `filter` has made of `image`.
  static Made made(Filter filter, Radiograph image, NdArray result) {
    List<Filter> filters = filter instanceof Chain(List<Filter> inner) ? inner : List.of(filter);
    Optional<GreyScale> scale = filter.scale(image.scale(), image.pixels().type());
    return new Made(image.withResult(result).withScale(scale), filters);
  }
}
