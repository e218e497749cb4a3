package penumbra.core;

/// A filter that measures its whole input and is then pointwise. For example, scaling to the
/// maximum needs the maximum first. In a [Chain] it starts a new pass over memory, which the
/// pointwise filters after it share.
public interface TwoPassFilter extends Filter {
  @Override
  DType resultType(DType input);

  /// Measures `input`, and returns the pointwise filter for it.
  PointwiseFilter prepare(NdArray input, Execution execution);

  @Override
  default NdArray apply(NdArray input, Execution execution) {
    return prepare(input, execution).apply(input, execution);
  }
}
