package penumbra.cli;

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
final class Console {
  private final WatchedOutput watched;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Terminal terminal;
  private final Pipes pipes;
  private final AtomicReference<@Nullable Progress> shown = new AtomicReference<>();

  Console(OutputStream out, OutputStream err, Terminal terminal) {
    this(System.in, out, err, terminal);
  }

  Console(InputStream in, OutputStream out, OutputStream err, Terminal terminal) {
    this.watched = new WatchedOutput(out);
    this.out = new PrintWriter(watched, false, StandardCharsets.UTF_8);
    this.err = new PrintWriter(err, true, StandardCharsets.UTF_8);
    this.terminal = terminal;
    this.pipes = new Pipes(in, watched, terminal.out());
  }

  /// Standard input and output for images.
  Pipes pipes() {
    return pipes;
  }

  /// Results, for people and for the next program in a pipe. Flushed when the command ends.
  PrintWriter out() {
    return out;
  }

  /// Everything that is not a result. Lines go through [#error] and [#note] while work is under
  /// way, which keep clear of the progress bar.
  PrintWriter err() {
    return err;
  }

  /// Why results did not all get out, if so, once [#out] is flushed.
  Optional<String> outFailure() {
    return watched.failure();
  }

  Terminal terminal() {
    return terminal;
  }

  /// One line about something that went wrong, in the manner of `penumbra: scan.png is empty`.
  void error(String line) {
    note("penumbra: " + line);
  }

  /// One line on standard error.
  void note(String line) {
    Progress progress = shown.get();
    if (progress != null) {
      progress.clear();
    }
    err.println(visible(pipes.named(line)));
  }

  /// File names may hold line breaks, and codes that a terminal would obey; they are shown as `?`.
  private static String visible(String line) {
    return line.replaceAll("\\p{Cntrl}", "?");
  }

  /// Starts to show how far a piece of work has come, which close ends. One at a time.
  Progress progress(String task, long steps) {
    return progress(task, steps, false);
  }

  /// The same with the number of steps a second, for work of minutes and hours.
  Progress progressWithRate(String task, long steps) {
    return progress(task, steps, true);
  }

  private Progress progress(String task, long steps, boolean rate) {
    var progress = new Progress(task, steps, rate, terminal, err, () -> shown.set(null));
    shown.set(progress);
    return progress;
  }
}
