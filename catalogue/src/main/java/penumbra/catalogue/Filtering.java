package penumbra.catalogue;

import java.util.List;
import penumbra.core.Filter;
import penumbra.core.Radiograph;

/// The filter for each of many images: always the same, or dependent on the image, if it has
/// lengths in millimetres.
///
/// ```
/// Filtering same = Filtering.with(Gaussian.of(2));
/// Filtering inMillimetres = new OperationCall(gaussian, Map.of("sigma", "2mm"));
/// ```
@FunctionalInterface
public interface Filtering {
  /// The filter for `image`.
  Filter on(Radiograph image);

  /// Whether the filter, or a doubt about it, depends on the grey scale of the image, so that
  /// [GreyScales#told] is to be asked first.
  default boolean needsScale() {
    return false;
  }

  /// What seems wrong with numbers that were given as grey levels of `image`, each in a sentence.
  default List<String> doubts(Radiograph image) {
    return List.of();
  }

  /// The same filter for every image.
  static Filtering with(Filter filter) {
    return _ -> filter;
  }
}
