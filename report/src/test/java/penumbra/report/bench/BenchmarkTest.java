package penumbra.report.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import penumbra.core.InvalidInputException;
import penumbra.core.Precision;
import penumbra.imaging.Json;
import penumbra.imaging.RuntimeFacts;

class BenchmarkTest {
  private static final List<String> REACHED = new ArrayList<>();
  private static BenchmarkReport report;

  @BeforeAll
  static void runsOnce() {
    var benchmark = new Benchmark(1, List.of(Precision.values()), 1e-4);
    report =
        benchmark.run(
            RuntimeFacts.of("1.2.3"),
            (what, done, all) -> REACHED.add(what + " " + done + "/" + all));
  }

  @Test
  void timesEveryOperationInItsTypes() {
    assertThat(
            report.toLines().stream().map(line -> line.replaceAll("( +\\d+\\.\\d{3} +\\d+)+$", "")))
        .containsSubsequence(
            "gaussian sigma 1                    f32>f32",
            "gaussian sigma 2                    f32>f32",
            "gaussian sigma 10                   f32>f32",
            "gaussian sigma 1, output-type same  u8>u8",
            "gaussian-laplace sigma 1            f32>f32",
            "gaussian-laplace sigma 1            u8>f32",
            "gaussian-gradient-magnitude sigma 2 f32>f32",
            "gaussian-gradient-magnitude sigma 2 u8>f32",
            "sobel-magnitude                     u8>f32",
            "sobel-magnitude, normalize          u8>f32",
            "  mode maximum, upper 255",
            "canny                               u8>u8",
            "  min-val 50, max-val 150, sigma 0, norm l1",
            "canny                               u8>u8",
            "  min-val 50, max-val 150, sigma 1.4, norm l1",
            "histogram bins 256                  u8>i64",
            "statistics                          u8>f64",
            "threshold value 150, mode keep      u8>u8",
            "copy                                f32>f32");
  }

  @Test
  void theTableFitsIntoATerminal() {
    assertThat(report.toLines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(80).doesNotContain("\n"));
  }

  @Test
  void theTableAndTheJsonHoldTheSameFigures() throws IOException {
    JsonNode json = new ObjectMapper().readTree(Json.write(report.toJson()));
    assertThat(json.at("/runtime/penumbra").textValue()).isEqualTo("1.2.3");
    assertThat(json.get("threads").intValue()).isEqualTo(1);
    assertThat(json.at("/picture/shape/0").intValue()).isEqualTo(1024);
    assertThat(json.get("operations")).hasSameSizeAs(report.rows());
    List<String> lines = report.toLines().stream().filter(line -> line.contains(">")).toList();
    assertThat(lines).hasSameSizeAs(report.rows());
    for (int i = 0; i < lines.size(); i++) {
      JsonNode operation = json.get("operations").get(i);
      for (Precision precision : Precision.values()) {
        JsonNode timing = operation.get(precision.name().toLowerCase(Locale.ROOT));
        double milliseconds = timing.get("milliseconds").doubleValue();
        double speed = timing.get("megapixels_per_second").doubleValue();
        assertThat(speed).isEqualTo(1024 * 1024 / milliseconds / 1e3);
        assertThat(timing.get("calls").intValue()).isGreaterThanOrEqualTo(Stopwatch.LEAST_CALLS);
        assertThat(lines.get(i))
            .contains(String.format(Locale.ROOT, " %.3f ", milliseconds))
            .contains(String.format(Locale.ROOT, " %.0f", speed));
      }
      assertThat(operation.get("input").textValue()).matches("uint8|float32");
    }
    JsonNode normalize = json.at("/operations/9/steps/1");
    assertThat(normalize.get("operation").textValue()).isEqualTo("normalize");
    assertThat(normalize.at("/parameters/upper").textValue()).isEqualTo("255");
  }

  @Test
  void whatHasNoPrecisionIsTimedOnce() {
    BenchmarkReport.Row statistics =
        report.rows().stream()
            .filter(row -> row.workload().name().equals("statistics"))
            .findFirst()
            .orElseThrow();
    assertThat(statistics.timings().get(Precision.FAST))
        .isSameAs(statistics.timings().get(Precision.EXACT));
  }

  @Test
  void tellsHowFarItHasCome() {
    assertThat(REACHED).hasSameSizeAs(report.rows());
    assertThat(REACHED.getFirst()).isEqualTo("gaussian 0/32");
    assertThat(REACHED.getLast()).isEqualTo("copy 30/32");
  }

  @Test
  void oneOfBothPrecisionsCanBeTimedAlone() {
    List<BenchmarkReport.Row> rows = report.rows().subList(0, 1);
    var single = new BenchmarkReport(report.runtime(), 1, 0.3, List.of(Precision.FAST), rows);
    assertThat(single.toLines()).anyMatch(line -> line.strip().equals("fast"));
    assertThat(single.toLines())
        .anyMatch(line -> line.matches("gaussian sigma 1 +f32>f32 +\\d+\\.\\d{3} +\\d+"));
  }

  @Test
  void refusesWhatCannotBe() {
    int cpus = Runtime.getRuntime().availableProcessors();
    assertThatThrownBy(() -> new Benchmark(cpus + 1, List.of(Precision.EXACT), 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "threads must lie in 1..%d, the number of CPUs, but is %d; leave it out to use all",
            cpus, cpus + 1);
    assertThatThrownBy(() -> new Benchmark(1, List.of(Precision.EXACT), Double.NaN))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("seconds must be above 0 and at most 60, but is NaN; 0.3 is usual");
  }
}
