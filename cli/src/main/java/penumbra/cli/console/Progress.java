package penumbra.cli.console;

import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// A progress bar on standard error.
///
/// ```
/// try (Progress progress = console.progress("Filtering", files.size())) {
///   for (Path file : files) {
///     filter(file);
///     progress.step();
///   }
/// }
/// ```
///
/// The bar appears only on a terminal, and only after the work has taken a second. It is erased at
/// the end. Any thread may call [#step].
public final class Progress implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int REFRESH_MILLIS = 200;
  private static final int WIDEST = 100;
  private static final DecimalFormat RATE =
      new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT));

  private final Line line;
  private final @Nullable ProgressBar bar;
  private final Runnable atEnd;

  Progress(
      String task, long steps, boolean rate, Terminal terminal, PrintWriter err, Runnable atEnd) {
    this.line = new Line(err, Math.min(terminal.columns() - 1, WIDEST), System.nanoTime());
    this.atEnd = atEnd;
    this.bar = terminal.err() ? bar(task, steps, rate, line) : null;
  }

  private static ProgressBar bar(String task, long steps, boolean rate, Line line) {
    ProgressBarBuilder builder = new ProgressBarBuilder();
    return (rate ? builder.showSpeed(RATE) : builder)
        .setTaskName(task)
        .setInitialMax(steps)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(REFRESH_MILLIS)
        .continuousUpdate()
        .clearDisplayOnFinish()
        .setConsumer(line)
        .build();
  }

  /// One more step is done.
  public void step() {
    if (bar != null) {
      bar.step();
    }
  }

  /// `done` of `total` steps are done, and `what` comes next: for work that learns on the way how
  /// much there is of it.
  public void reach(String what, long done, long total) {
    if (bar != null) {
      bar.maxHint(total);
      bar.stepTo(done);
      bar.setExtraMessage(" " + what);
    }
  }

  /// A few words beside the bar.
  public void extra(String words) {
    if (bar != null) {
      bar.setExtraMessage(words.isEmpty() ? "" : " " + words);
    }
  }

  /// Wipes the bar away so that a line can be printed; the bar comes back with its next refresh.
  void clear() {
    line.clear();
  }

  @Override
  public void close() {
    atEnd.run();
    if (bar != null) {
      bar.close();
    }
  }

  /// The one line of the terminal that is drawn again and again.
  ///
  /// The library would ask a terminal library for the width and the cursor; the launcher told us
  /// the width, and a carriage return is all the cursor needs.
  private static final class Line implements ProgressBarConsumer {
    private final PrintWriter err;
    private final int width;
    private final long start;
    private int drawn;

    Line(PrintWriter err, int width, long start) {
      this.err = err;
      this.width = width;
      this.start = start;
    }

    @Override
    public int getMaxRenderedLength() {
      return width;
    }

    @Override
    public synchronized void accept(String text) {
      if (System.nanoTime() - start < PATIENCE.toNanos()) {
        return;
      }
      String cut = text.substring(0, Math.min(width, text.length()));
      err.print("\r" + cut + " ".repeat(Math.max(0, drawn - cut.length())));
      err.flush();
      drawn = cut.length();
    }

    @Override
    public synchronized void clear() {
      if (drawn > 0) {
        err.print("\r" + " ".repeat(drawn) + "\r");
        err.flush();
        drawn = 0;
      }
    }

    @Override
    public void close() {
      clear();
    }
  }
}
