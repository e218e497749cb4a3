package penumbra.io.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/// A buffered stream into the temporary file of `target`. The system says only "No space left on
/// device"; this class adds which file.
final class NamedFileStream extends OutputStream {
  private static final int BUFFER = 1 << 16;

  private final Path target;
  private final OutputStream out;

  NamedFileStream(Path target, OutputStream file) {
    this.target = target;
    this.out = new BufferedOutputStream(file, BUFFER);
  }

  @Override
  public void write(int one) throws IOException {
    named(() -> out.write(one));
  }

  @Override
  public void write(byte[] bytes, int at, int n) throws IOException {
    named(() -> out.write(bytes, at, n));
  }

  @Override
  public void flush() throws IOException {
    named(out::flush);
  }

  @Override
  public void close() throws IOException {
    named(out::close);
  }

  private interface Step {
    void run() throws IOException;
  }

  private void named(Step step) throws IOException {
    try {
      step.run();
    } catch (IOException error) {
      throw failed(target, String.valueOf(error.getMessage()), error);
    }
  }

  /// The error of a write to `target`, for the system's `reason`.
  static UnwritableFileException failed(Path target, String reason, IOException cause) {
    return UnwritableFileException.of(
        target,
        "must be writable",
        reason.isEmpty() ? "the system refuses" : "the system says: " + reason,
        "make room or write elsewhere",
        cause);
  }
}
