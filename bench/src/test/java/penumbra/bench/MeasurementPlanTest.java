package penumbra.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MeasurementPlanTest {
  @Test
  void penumbraAndOpenCvTakePartInEveryRowOnOneThreadAndOnTwo() {
    MeasurementPlan plan = MeasurementPlan.of(Settings.of("full"), ".*");

    assertThat(plan.rows()).containsExactly(Row.values());
    for (Row row : plan.rows()) {
      for (Contender contender : Set.of(Contender.FAST, Contender.EXACT, Contender.OPENCV)) {
        assertThat(plan.cells(row))
            .contains(new Cell(row, contender, 1), new Cell(row, contender, 2));
      }
    }
  }

  @Test
  void sizesAreMeasuredForTwoRowsOnlyAndOneMegapixelNotTwice() {
    MeasurementPlan plan = MeasurementPlan.of(Settings.of("full"), ".*");

    assertThat(plan.cells(Row.LAPLACE_1_F32, 10240)).hasSize(4);
    assertThat(plan.cells(Row.LAPLACE_1_F32, Cell.SIDE)).isEmpty();
    assertThat(plan.cells(Row.SOBEL_U8, 10240)).isEmpty();
  }

  @Test
  void aCellsTextNamesIt() {
    Cell cell = new Cell(Row.GAUSSIAN_10_F32, Contender.OPENCV, 2, 4096);

    assertThat(cell).hasToString("gaussian-10-f32:OPENCV:2:4096");
    assertThat(Cell.parse(cell.toString())).isEqualTo(cell);
  }

  @Test
  void anUnknownModeOrRowIsRefused() {
    assertThatThrownBy(() -> Settings.of("fast"))
        .hasMessage("measure.mode must be full or quick, but is 'fast'; leave it out for full");
    assertThatThrownBy(() -> MeasurementPlan.of(Settings.of("quick"), "gauss"))
        .hasMessage(
            "measure.rows must match the name of a row, but is 'gauss'; 'gaussian.*' matches some");
  }

  @Test
  void theScriptOfSciPyKnowsTheRowsThatAreAskedOfIt() throws IOException {
    String script = Files.readString(Path.of("scipy_peer.py"));
    Matcher names = Pattern.compile("\"([a-z0-9-]+)\"(?:: lambda|: sobel|\\] = )").matcher(script);
    Set<String> found = new TreeSet<>();
    while (names.find()) {
      found.add(names.group(1));
    }

    Set<String> asked = new TreeSet<>();
    SciPy.ROWS.forEach(row -> asked.add(row.id()));
    assertThat(found).isEqualTo(asked);
  }
}
