package penumbra.report.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import penumbra.core.DType;
import penumbra.core.Precision;
import penumbra.imaging.RuntimeFacts;

/// A [BenchmarkReport] as lines of up to 79 characters.
///
/// ```
///                                                         exact             fast
/// operation                           type            ms    MP/s       ms    MP/s
/// gaussian sigma 1                    f32>f32      3.012     348    0.912    1150
/// ```
final class BenchmarkTable {
  private static final int NAME_WIDTH = 36;
  private static final int TYPE_WIDTH = 9;
  private static final int MILLIS_WIDTH = 9;
  private static final int SPEED_WIDTH = 8;

  private final BenchmarkReport report;
  private final List<String> lines = new ArrayList<>();

  BenchmarkTable(BenchmarkReport report) {
    this.report = report;
  }

  List<String> lines() {
    head();
    report.rows().forEach(this::row);
    lines.add("");
    lines.add("ms: median of single calls. MP/s: millions of pixels a second.");
    lines.add("copy: 4 MB from memory to memory, the floor.");
    return lines;
  }

  private void head() {
    RuntimeFacts runtime = report.runtime();
    int threads = report.threads();
    lines.add(
        "%d x %d chest phantom, %s, kernels: %s"
            .formatted(
                Benchmark.SIDE, Benchmark.SIDE, count(threads, "thread"), runtime.kernels()));
    lines.add("Penumbra " + runtime.penumbra() + ", Java " + runtime.java());
    lines.add(
        runtime.system() + ", " + runtime.architecture() + ", " + count(runtime.cpus(), "CPU"));
    lines.add("");
    var above = new StringBuilder(" ".repeat(NAME_WIDTH + TYPE_WIDTH));
    var below = new StringBuilder(left("operation", NAME_WIDTH) + left("type", TYPE_WIDTH));
    for (Precision precision : report.precisions()) {
      above.append(right(BenchmarkReport.name(precision), MILLIS_WIDTH + SPEED_WIDTH));
      below.append(right("ms", MILLIS_WIDTH)).append(right("MP/s", SPEED_WIDTH));
    }
    lines.add(above.toString());
    lines.add(below.toString());
  }

  private void row(BenchmarkReport.Row row) {
    Workload workload = row.workload();
    String name = workload.name();
    String parameters = workload.parameters();
    boolean fits = name.length() + parameters.length() + 1 < NAME_WIDTH;
    var line = new StringBuilder(left(fits ? name + " " + parameters : name, NAME_WIDTH));
    line.append(left(brief(workload.input().type()) + ">" + brief(row.output()), TYPE_WIDTH));
    for (Precision precision : report.precisions()) {
      OperationTiming timing = Objects.requireNonNull(row.timings().get(precision));
      double speed = BenchmarkReport.megapixelsPerSecond(timing);
      line.append(right(fixed(timing.milliseconds(), 3), MILLIS_WIDTH));
      line.append(right(fixed(speed, 0), SPEED_WIDTH));
    }
    lines.add(line.toString());
    if (!fits) {
      lines.add("  " + parameters);
    }
  }

  /// With a decimal point on every machine.
  private static String fixed(double value, int places) {
    return String.format(Locale.ROOT, "%." + places + "f", value);
  }

  private static String count(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /// `uint8` as `u8`, a common short form, because there is little room.
  private static String brief(DType type) {
    return type.label().charAt(0) + type.label().replaceAll("\\D", "");
  }

  private static String left(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(1, width - text.length())) + text;
  }
}
