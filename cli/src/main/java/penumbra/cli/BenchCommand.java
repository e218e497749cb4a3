package penumbra.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import penumbra.cli.console.Console;
import penumbra.cli.console.ExitCodes;
import penumbra.cli.console.Progress;
import penumbra.cli.console.Version;
import penumbra.cli.option.PrecisionOption;
import penumbra.core.Precision;
import penumbra.imaging.Json;
import penumbra.imaging.RuntimeFacts;
import penumbra.report.bench.Benchmark;
import penumbra.report.bench.BenchmarkReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `penumbra bench`: how fast operations are on this machine.
@Command(
    name = "bench",
    description = "Time operations on this machine, in less than a minute.",
    footer = {
      "",
      "Times each operation on a simulated radiograph of 1024 x 1024 pixels. Results go",
      "into memory that is reused. Other programs on the machine make the times unreliable.",
      "",
      "Example:",
      "  penumbra bench --threads 1"
    })
final class BenchCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--json", description = "Print JSON with the same figures, for programs.")
  private boolean json;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads each call uses. Default: one for each CPU.")
  private @Nullable Integer threads;

  @Option(
      names = "--precision",
      paramLabel = "HOW",
      converter = PrecisionOption.PrecisionConverter.class,
      completionCandidates = PrecisionOption.PrecisionNames.class,
      description = "Time one precision alone: ${COMPLETION-CANDIDATES}. Default: both.")
  private @Nullable Precision precision;

  @Option(
      names = "--seconds",
      paramLabel = "X",
      defaultValue = "0.3",
      description =
          "How long each operation is timed after its warm-up. Longer times vary less."
              + " Default: ${DEFAULT-VALUE}")
  private double seconds;

  BenchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    int used = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    List<Precision> precisions =
        precision == null ? List.of(Precision.values()) : List.of(precision);
    var benchmark = new Benchmark(used, precisions, seconds);
    BenchmarkReport report;
    try (Progress progress = console.progress("Timing", 1)) {
      report = benchmark.run(RuntimeFacts.of(Version.ofPenumbra()), progress::reach);
    }
    if (json) {
      console.out().print(Json.write(report.toJson()));
    } else {
      report.toLines().forEach(console.out()::println);
    }
    return ExitCodes.DONE;
  }
}
