package penumbra.core;

/// How exactly a filter computes.
///
/// Either way the result depends on nothing but input and parameters: not on the machine, the
/// number of threads or the kernels in use.
public enum Precision {
  /// Double precision, in SciPy's order of summation, stored in the output type after every axis:
  /// SciPy's bits. The default.
  EXACT,

  /// Single precision with fused multiply-add, where the result is FLOAT32 or an integer of up to
  /// 16 bits; elsewhere as [#EXACT]. So are filters that are not made of correlations. Canny's
  /// edges may differ from the exact ones where magnitudes are all but equal.
  ///
  /// A FLOAT32 result differs from the result without any rounding by no more than
  ///
  /// `(taps + 8) * 2^-24 * gain * max |x|`
  ///
  /// where `taps` is the number of weights over all axes, `gain` the product over the axes of the
  /// sums of the weights' magnitudes (1 for a Gaussian, 8 for Sobel's), added up over the branches
  /// of a composite filter. Nothing is rounded between the axes; an integer result is rounded once,
  /// to nearest, and clamped to its type's range, where [#EXACT] cuts off after every axis and
  /// wraps. Magnitudes overflow beyond 10^19.
  FAST
}
