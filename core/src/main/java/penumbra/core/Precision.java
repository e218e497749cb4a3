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
  /// 16 bits; elsewhere as [#EXACT].
  ///
  /// A filter made of correlations stays within `2^-22 * (2 + taps / 2) * M` of the exact result,
  /// where `taps` is the number of weights over all axes and `M` the result for the input's
  /// magnitudes under the weights' magnitudes. Nothing is rounded between the axes; an integer
  /// result is rounded once, to nearest, and clamped to its type's range.
  FAST
}
