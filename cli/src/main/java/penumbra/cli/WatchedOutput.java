package penumbra.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Remembers why writing failed, which a [java.io.PrintWriter] does not tell.
///
/// ```
/// var watched = new WatchedOutput(out);
/// new PrintWriter(watched).println("...");
/// Optional<String> why = watched.failure();
/// ```
///
/// A pipe that nobody reads any more, as in `penumbra operations | head -1`, is no failure.
final class WatchedOutput extends FilterOutputStream {
  private @Nullable IOException failure;

  WatchedOutput(OutputStream out) {
    super(out);
  }

  /// What the system said when it took no more; empty if it took all.
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
