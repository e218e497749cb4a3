package penumbra.report.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import penumbra.core.DType;
import penumbra.core.Precision;
import penumbra.imaging.RuntimeFacts;

/// The results of a [Benchmark], for people and for programs.
public final class BenchmarkReport {
  private static final long PIXELS = (long) Benchmark.SIDE * Benchmark.SIDE;

  private final RuntimeFacts runtime;
  private final int threads;
  private final double seconds;
  private final List<Precision> precisions;
  private final List<Row> rows;

  /// One operation.
  ///
  /// @param workload what was timed
  /// @param output the type of the result's elements
  /// @param timings by precision
  record Row(Workload workload, DType output, Map<Precision, OperationTiming> timings) {}

  BenchmarkReport(
      RuntimeFacts runtime,
      int threads,
      double seconds,
      List<Precision> precisions,
      List<Row> rows) {
    this.runtime = runtime;
    this.threads = threads;
    this.seconds = seconds;
    this.precisions = List.copyOf(precisions);
    this.rows = List.copyOf(rows);
  }

  RuntimeFacts runtime() {
    return runtime;
  }

  int threads() {
    return threads;
  }

  List<Precision> precisions() {
    return precisions;
  }

  List<Row> rows() {
    return rows;
  }

  /// All numbers, for programs.
  public Map<String, Object> toJson() {
    Map<String, Object> picture = new LinkedHashMap<>();
    picture.put("kind", "chest phantom");
    picture.put("seed", Benchmark.SEED);
    picture.put("shape", List.of(Benchmark.SIDE, Benchmark.SIDE));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("runtime", runtime.toJson());
    json.put("threads", threads);
    json.put("seconds", seconds);
    json.put("picture", picture);
    json.put("operations", rows.stream().map(BenchmarkReport::toJson).toList());
    return json;
  }

  private static Map<String, Object> toJson(Row row) {
    List<Map<String, Object>> steps = new ArrayList<>();
    for (Workload.Step step : row.workload().steps()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("operation", step.operation());
      json.put("parameters", step.parameters());
      steps.add(json);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("steps", steps);
    json.put("input", row.workload().input().type().label());
    json.put("output", row.output().label());
    row.timings().forEach((precision, timing) -> json.put(name(precision), timing.toJson(PIXELS)));
    return json;
  }

  /// All numbers, for people, as a table that fits into 80 columns.
  public List<String> toLines() {
    return new BenchmarkTable(this).lines();
  }

  /// As users write it.
  static String name(Precision precision) {
    return precision.name().toLowerCase(Locale.ROOT);
  }

  static double megapixelsPerSecond(OperationTiming timing) {
    return timing.megapixelsPerSecond(PIXELS);
  }
}
