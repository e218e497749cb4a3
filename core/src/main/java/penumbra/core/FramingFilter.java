package penumbra.core;

/// A filter that moves a picture in its frame or changes the frame: resizes it, cuts from it or
/// pads it. It tells where the picture comes to stand, so that marks on it can be brought along.
public interface FramingFilter extends Filter {
  /// Where a picture of `rows` x `columns` pixels stands in what the filter makes of it.
  Place placeOf(int rows, int columns);
}
