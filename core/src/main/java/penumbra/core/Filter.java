package penumbra.core;

import org.jspecify.annotations.Nullable;

/// A filter: an array in, a new array out. Implemented by records whose components are the
/// parameters, so that a filter can be compared, printed and kept in a recipe.
///
/// ```
/// NdArray smooth = Gaussian.of(2).apply(pixels);
/// ```
///
/// The input is never modified. The result has the input's shape unless a filter says otherwise,
/// and the same bits whatever the number of threads.
@FunctionalInterface
public interface Filter {
  /// Applies the filter on the threads of `execution`.
  NdArray apply(NdArray input, Execution execution);

  /// Applies the filter on all cores.
  default NdArray apply(NdArray input) {
    return apply(input, Execution.allCores());
  }

  /// Whether the results are grey levels on the input's own scale, and within its range: so for
  /// smoothing, not for derivatives. A picture of them needs rounding, but no scaling.
  default boolean keepsGreyLevels() {
    return false;
  }

  /// What becomes of the results when light and dark change places in the input. A filter that
  /// keeps grey levels follows its input; of any other it is not known, unless the filter says it
  /// here, and then a picture of a radiograph whose low values are light is shown as its values
  /// stand, and a line tells so.
  default Polarity polarity() {
    return keepsGreyLevels() ? Polarity.FOLLOWS : Polarity.UNKNOWN;
  }

  /// The type of the results for input of the type `input`; null where only applying the filter
  /// shows it.
  default @Nullable DType resultType(DType input) {
    return null;
  }

  /// This filter and then another, on what this one gives.
  ///
  /// ```
  /// NdArray picture = SobelMagnitude.standard().then(Normalize.toMaximum(255)).apply(pixels);
  /// ```
  default Chain then(Filter next) {
    return Chain.of(this, next);
  }
}
