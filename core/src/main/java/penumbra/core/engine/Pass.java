package penumbra.core.engine;

import penumbra.core.NdArray;
import penumbra.core.engine.stream.KernelPass;

/// A correlation along one axis, as a part of a [Correlation].
///
/// ```
/// Pass difference = Pass.along(1, -1, 0, 1);
/// Pass smoothing = new Pass(0, Weights.gaussian(2));
/// ```
///
/// @param axis the axis, 0 for rows; a negative one counts from the last
/// @param weights the weights
public record Pass(int axis, Weights weights) {
  /// A pass with these weights. The middle weight is at the output's place.
  public static Pass along(int axis, double... weights) {
    return new Pass(axis, Weights.of(weights));
  }

  KernelPass of(NdArray input) {
    return new KernelPass(Axes.index(axis, input), weights.kernel());
  }
}
