package penumbra.io.pixel;

/// Reverses the byte order of numbers.
public final class ByteSwap {
  private ByteSwap() {}

  /// Reverses each number of `width` bytes within the first `n` bytes.
  public static void swap(byte[] bytes, int n, int width) {
    for (int at = 0; at + width <= n; at += width) {
      for (int low = at, high = at + width - 1; low < high; low++, high--) {
        byte spare = bytes[low];
        bytes[low] = bytes[high];
        bytes[high] = spare;
      }
    }
  }
}
