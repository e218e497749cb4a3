package penumbra.core;

/// How exactly a filter computes.
///
/// With either, the result depends only on input and parameters, not on the machine, the number of
/// threads or the kernels.
public enum Precision {
  /// Double precision, in SciPy's order of summation, stored in the output type after every axis.
  /// This gives SciPy's bits. The default.
  EXACT,

  /// Single precision with fused multiply-add, if the result is FLOAT32 or an integer of up to 16
  /// bits; else the same as [#EXACT]. Filters that are not made of correlations always use
  /// [#EXACT]. Canny's edges may differ from the exact ones where magnitudes are almost equal.
  ///
  /// A FLOAT32 result differs from the result without any rounding by no more than
  ///
  /// `(taps + 8) * 2^-24 * gain * max |x|`
  ///
  /// where `taps` is the number of weights over all axes, `gain` the product over the axes of the
  /// sums of the weights' magnitudes (1 for a Gaussian, 8 for Sobel's), added up over the branches
  /// of a composite filter. Nothing is rounded between the axes; an integer result is rounded once,
  /// to nearest, and clamped to its type's range, whereas [#EXACT] truncates after every axis and
  /// wraps. Magnitudes overflow beyond 10^19.
  FAST
}
