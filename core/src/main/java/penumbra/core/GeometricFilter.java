package penumbra.core;

/// A filter that resizes, crops or pads a picture. It says where the original picture is in the
/// result, so that annotations can be transformed too.
public interface GeometricFilter extends Filter {
  /// Where a picture of `rows` x `columns` pixels is in the filter's result.
  PictureFrame placeOf(int rows, int columns);
}
