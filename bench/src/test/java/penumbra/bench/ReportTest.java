package penumbra.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.core.NdArray;
import penumbra.io.ImageFiles;

class ReportTest {
  private static final Machine MACHINE =
      new Machine("a processor", "a system", "a JDK", "scalar", "0.1");

  @Test
  void everyPartOfTheTemplateIsFilledIn() throws IOException {
    String page = new Report(results(1)).page();

    assertThat(Report.template()).contains("{{medians}}", "{{sizes}}", "{{targets}}");
    assertThat(page).doesNotContain("{{").contains("a processor", "a JDK", "SciPy 1.17.1");
  }

  @Test
  void aTableHoldsMediansAndRatios() {
    assertThat(new Tables(results(1)).medians(2))
        .contains(
            "| gaussian, sigma 1 | float32 | 1.00 ± 0.10 | 2.00 ± 0.20 | 3.00 ± 0.30 |"
                + " 30.0 ± 3.0 | **3.00** | **15.0** |");
  }

  @Test
  void timePerPixelAndTheGainOfASecondThreadAreTold() {
    assertThat(new Tables(results(1)).sizes())
        .contains("| gaussian, sigma 1 | FAST | 2 | – | 0.954 | – | – | 0.954 |")
        .contains("| gaussian, sigma 1 | FAST | gain | – | × 2.00 | – | – | × 2.00 |");
  }

  @Test
  void targetsAreMetOrMissedInWords() {
    assertThat(new SpeedTargets(results(1)).verdicts())
        .contains("**FAST against OpenCV on 2 threads:** met.")
        .contains("one beyond 1 megapixel:** met in all 2 cases.");
    assertThat(new SpeedTargets(results(4)).verdicts())
        .contains(
            "2 threads:** met in 0 of 1 cases; missed by gaussian, sigma 1 from float32 (0.750")
        .contains("least 10 times as fast as SciPy:** met in 0 of 1 cases");
  }

  @Test
  void pageAndFigureAreWritten(@TempDir Path folder) throws IOException {
    new Report(results(1)).write(folder);

    assertThat(Files.readString(folder.resolve("performance.md"))).startsWith("# Performance\n");
    NdArray figure = ImageFiles.readArray(folder.resolve("images/performance.png"));
    assertThat(figure.length(1)).isEqualTo(1800);
    assertThat(java.util.Arrays.stream(figure.toDoubles()).distinct().count()).isGreaterThan(20);
  }

  /// Of one row: FAST takes 2 ms on one thread and 1 ms on two, EXACT twice that, OpenCV 3 ms,
  /// SciPy 30 ms; all of Penumbra's times `factor`.
  private static MeasuredResults results(double factor) {
    Map<Cell, Timing> timings = new HashMap<>();
    for (int threads = 1; threads <= 2; threads++) {
      double millis = factor * 2 / threads;
      timings.put(new Cell(Row.GAUSSIAN_1_F32, Contender.FAST, threads), timing(millis));
      timings.put(new Cell(Row.GAUSSIAN_1_F32, Contender.EXACT, threads), timing(2 * millis));
      timings.put(new Cell(Row.GAUSSIAN_1_F32, Contender.OPENCV, threads), timing(3));
      timings.put(
          new Cell(Row.GAUSSIAN_1_F32, Contender.FAST, threads, 10240), timing(100 * millis));
      timings.put(
          new Cell(Row.GAUSSIAN_1_F32, Contender.EXACT, threads, 10240), timing(200 * millis));
    }
    SciPy scipy =
        SciPy.parse(List.of("SciPy 1.17.1, NumPy 2.4.6", "gaussian-1-f32\t30.0\t27.0\t33.0\t12"));
    return new MeasuredResults(
        MeasurementPlan.of(Settings.of("full"), "gaussian-1-f32"),
        timings,
        scipy,
        MACHINE,
        "a picture",
        new Agreement(Map.of()));
  }

  private static Timing timing(double millis) {
    return new Timing(millis, 0.9 * millis, 1.1 * millis, 100);
  }
}
