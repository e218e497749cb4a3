package penumbra.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import penumbra.io.npy.Npy;

/// Runs the whole benchmark from the root of the project and writes its page.
///
/// ```
/// ./mvnw -Pmeasure -pl bench -am verify -DskipTests
/// ```
///
/// It compares the results of all contenders, then times every cell in a separate JVM. The full run
/// writes `docs/performance.md` and its figure; a quick one, or one of some rows only, writes the
/// same under `bench/target/measure`.
public final class Measure {
  private static final String ALL_ROWS = ".*";

  private final Settings settings;
  private final Path picture;
  private final Map<Cell, Timing> timings = new HashMap<>();

  private Measure(Settings settings, Path picture) {
    this.settings = settings;
    this.picture = picture;
  }

  /// Measures.
  ///
  /// @param arguments `full` or `quick`, and a regular expression for the names of rows
  public static void main(String... arguments) throws Exception {
    Settings settings = Settings.of(arguments[0]);
    MeasurementPlan plan = MeasurementPlan.of(settings, arguments[1]);
    Path root = Path.of("").toAbsolutePath();
    Path folder = Files.createDirectories(root.resolve("bench/target/measure"));
    Machine machine = Machine.here();
    BenchPicture shown = BenchPicture.find(root);
    Path picture = folder.resolve("picture.npy");
    Npy.write(shown.grey(), picture);
    say("On " + shown.source() + ". Comparing results.");
    Agreement agreement = Agreement.check(plan, picture);

    var measure = new Measure(settings, picture);
    measure.time(plan);
    say("SciPy.");
    SciPy scipy = SciPy.measure(root, picture, settings.secondsPerRow(), arguments[1]);
    var results =
        new MeasuredResults(plan, measure.timings, scipy, machine, shown.source(), agreement);

    boolean whole = arguments[0].equals("full") && arguments[1].equals(ALL_ROWS);
    Path target = whole ? root.resolve("docs") : folder;
    new Report(results).write(target);
    say("Written: " + target.resolve(Report.PAGE));
  }

  private void time(MeasurementPlan plan) throws RunnerException {
    for (Row row : plan.rows()) {
      run(plan.cells(row), settings);
    }
    for (Row row : plan.rows()) {
      for (int side : settings.sides()) {
        run(plan.cells(row, side), settings.onSide(side));
      }
    }
  }

  private void run(List<Cell> cells, Settings lengths) throws RunnerException {
    if (cells.isEmpty()) {
      return;
    }
    Options options =
        new OptionsBuilder()
            .include(CellBenchmark.class.getName() + "\\.run$")
            .param("cell", cells.stream().map(Cell::toString).toArray(String[]::new))
            .forks(1)
            .warmupIterations(lengths.warmups())
            .warmupTime(TimeValue.milliseconds(lengths.warmupMillis()))
            .measurementIterations(lengths.iterations())
            .measurementTime(TimeValue.milliseconds(lengths.millis()))
            .jvmArgsAppend("-D" + CellBenchmark.PICTURE + "=" + picture)
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    for (RunResult result : new Runner(options).run()) {
      Cell cell = Cell.parse(result.getParams().getParam("cell"));
      Timing timing = timing(result);
      timings.put(cell, timing);
      say(
          String.format(
              Locale.ROOT,
              "%-28s %-15s %d thread%s %6d²  %9.3f ms  (%.3f to %.3f)",
              cell.row().id(),
              cell.contender().label(),
              cell.threads(),
              cell.threads() == 1 ? " " : "s",
              cell.side(),
              timing.median(),
              timing.low(),
              timing.high()));
    }
  }

  private static Timing timing(RunResult result) {
    Collection<IterationResult> iterations =
        result.getBenchmarkResults().iterator().next().getIterationResults();
    double[] medians =
        iterations.stream()
            .mapToDouble(i -> i.getPrimaryResult().getStatistics().getPercentile(50))
            .toArray();
    var all = result.getPrimaryResult().getStatistics();
    return Timing.of(all.getPercentile(50), medians, all.getN());
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
