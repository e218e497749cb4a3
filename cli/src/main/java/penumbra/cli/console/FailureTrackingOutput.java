package penumbra.cli.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Remembers why writing failed, which a [java.io.PrintWriter] hides.
///
/// ```
/// var watched = new FailureTrackingOutput(out);
/// new PrintWriter(watched).println("...");
/// Optional<String> why = watched.failure();
/// ```
///
/// A closed pipe, as in `penumbra operations | head -1`, is not a failure.
final class FailureTrackingOutput extends FilterOutputStream {
  private @Nullable IOException failure;

  FailureTrackingOutput(OutputStream out) {
    super(out);
  }

  /// The system's error message; empty if everything was written.
  Optional<String> failure() {
    return Optional.ofNullable(failure)
        .map(IOException::getMessage)
        .filter(why -> !why.contains("Broken pipe"));
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    try {
      out.write(bytes, from, count);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }
}
