package penumbra.fuzz;

import java.io.IOException;

/// Reads bytes as one format, and throws what its parser throws.
@FunctionalInterface
interface Reading {
  /// Reads `input`, which it does not change.
  void read(byte[] input) throws IOException;
}
