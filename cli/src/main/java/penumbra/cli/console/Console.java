package penumbra.cli.console;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Where a command prints: results to [#out], everything else to standard error.
///
/// ```
/// console.out().println("(1024, 1024) uint8");
/// console.error("scan.png is empty; ...");
/// try (Progress progress = console.progress("Filtering", files.size())) { ... progress.step(); }
/// ```
public final class Console {
  private final FailureTrackingOutput watched;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Terminal terminal;
  private final Pipes pipes;
  private final AtomicReference<@Nullable Progress> shown = new AtomicReference<>();

  public Console(OutputStream out, OutputStream err, Terminal terminal) {
    this(System.in, out, err, terminal);
  }

  public Console(InputStream in, OutputStream out, OutputStream err, Terminal terminal) {
    this.watched = new FailureTrackingOutput(out);
    this.out = new PrintWriter(watched, false, StandardCharsets.UTF_8);
    this.err = new PrintWriter(err, true, StandardCharsets.UTF_8);
    this.terminal = terminal;
    this.pipes = new Pipes(in, watched, terminal.out());
  }

  /// Standard input and output for images.
  public Pipes pipes() {
    return pipes;
  }

  /// Results, for people and for the next program in a pipe. Flushed when the command ends.
  public PrintWriter out() {
    return out;
  }

  /// Everything that is not a result. While work is in progress, use [#error] and [#note], which do
  /// not disturb the progress bar.
  public PrintWriter err() {
    return err;
  }

  /// Why some results could not be written, if so, after [#out] is flushed.
  public Optional<String> outFailure() {
    return watched.failure();
  }

  public Terminal terminal() {
    return terminal;
  }

  /// One line about an error, such as `penumbra: scan.png is empty`.
  public void error(String line) {
    note("penumbra: " + line);
  }

  /// One line on standard error.
  public void note(String line) {
    Progress progress = shown.get();
    if (progress != null) {
      progress.clear();
    }
    err.println(visible(pipes.named(line)));
  }

  /// File names may contain line breaks and terminal control codes; they are shown as `?`.
  private static String visible(String line) {
    return line.replaceAll("\\p{Cntrl}", "?");
  }

  /// Starts a progress bar, which `close` ends. Only one at a time.
  public Progress progress(String task, long steps) {
    return progress(task, steps, false);
  }

  /// The same with the number of steps a second, for work of minutes and hours.
  public Progress progressWithRate(String task, long steps) {
    return progress(task, steps, true);
  }

  private Progress progress(String task, long steps, boolean rate) {
    var progress = new Progress(task, steps, rate, terminal, err, () -> shown.set(null));
    shown.set(progress);
    return progress;
  }
}
