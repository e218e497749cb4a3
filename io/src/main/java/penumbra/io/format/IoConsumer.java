package penumbra.io.format;

import java.io.IOException;

/// A consumer that may fail with an [IOException].
@FunctionalInterface
public interface IoConsumer<T> {
  /// Processes `value`.
  void accept(T value) throws IOException;
}
