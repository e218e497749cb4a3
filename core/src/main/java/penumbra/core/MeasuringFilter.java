package penumbra.core;

/// A filter that is pointwise once it has measured its whole input: to scale to the maximum, for
/// instance, the maximum must be known. In a [Chain] it begins a pass over memory of its own, in
/// which the pointwise filters that follow it join.
public interface MeasuringFilter extends Filter {
  @Override
  DType resultType(DType input);

  /// Measures `input`, and gives the filter for it.
  PointwiseFilter prepare(NdArray input, Execution execution);

  @Override
  default NdArray apply(NdArray input, Execution execution) {
    return prepare(input, execution).apply(input, execution);
  }
}
