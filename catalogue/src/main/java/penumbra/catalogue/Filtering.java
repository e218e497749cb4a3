package penumbra.catalogue;

import penumbra.core.Filter;
import penumbra.core.Radiograph;

/// What is done with each of many images: one filter, or one that depends on the image, as lengths
/// in millimetres do.
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
