package penumbra.core;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A filter takes an array and returns a new array. Records implement it; their components are the
/// parameters, so that a filter can be compared, printed and stored in a recipe.
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

  /// Whether the results are grey levels on the input's scale and within its range. This is true
  /// for smoothing and false for derivatives. Such results need rounding, but no scaling, to be
  /// shown.
  default boolean keepsGreyLevels() {
    return false;
  }

  /// How the results change when light and dark are swapped in the input. A filter that keeps grey
  /// levels follows its input. For any other filter the polarity is unknown, unless it is declared
  /// here. If it is unknown and low values of a radiograph are light, the picture is not inverted,
  /// and a line says so.
  default Polarity polarity() {
    return keepsGreyLevels() ? Polarity.FOLLOWS : Polarity.UNKNOWN;
  }

  /// From which value to which the results can go, if the input's levels go from one end of `input`
  /// to the other; for a derivative, the scale of differences. Empty if nobody knows.
  ///
  /// @param input the scale of the input; empty if unknown
  /// @param type the type of the input
  default Optional<GreyScale> scale(Optional<GreyScale> input, DType type) {
    return keepsGreyLevels() ? input : Optional.empty();
  }

  /// The type of the results for input of the type `input`; null if it is known only after the
  /// filter has run.
  default @Nullable DType resultType(DType input) {
    return null;
  }

  /// This filter, and then another on its result.
  ///
  /// ```
  /// NdArray picture = SobelMagnitude.standard().then(Normalize.toMaximum(255)).apply(pixels);
  /// ```
  default Chain then(Filter next) {
    return Chain.of(this, next);
  }
}
