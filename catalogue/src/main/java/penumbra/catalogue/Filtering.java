package penumbra.catalogue;

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

  /// The same filter for every image.
  static Filtering with(Filter filter) {
    return _ -> filter;
  }
}
