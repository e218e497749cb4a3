package penumbra.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final Terminal TERMINAL = new Terminal(true, true, 60, true);

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void workOfLessThanASecondShowsNothing() {
    Console console = console(TERMINAL);
    try (Progress progress = console.progress("Filtering", 3)) {
      progress.step();
    }
    assertThat(printed()).isEmpty();
  }

  @Test
  void longWorkShowsABarAndWipesItAway() throws InterruptedException {
    Console console = console(TERMINAL);
    try (Progress progress = console.progress("Filtering", 4)) {
      progress.step();
      Thread.sleep(1500);
    }
    assertThat(printed()).contains("Filtering").contains("25%").contains("1/4");
    assertThat(visibleLine(printed())).isBlank();
  }

  @Test
  void aLinePrintedBesideABarStandsAlone() throws InterruptedException {
    Console console = console(TERMINAL);
    try (Progress progress = console.progress("Filtering", 4)) {
      progress.step();
      Thread.sleep(1500);
      console.error("scan.png is empty");
    }
    assertThat(printed().lines().map(ProgressTest::visibleLine).map(String::strip))
        .contains("penumbra: scan.png is empty");
  }

  @Test
  void nothingIsShownWhereThereIsNoTerminal() throws InterruptedException {
    Console console = console(Terminal.none());
    try (Progress progress = console.progress("Filtering", 2)) {
      progress.step();
      Thread.sleep(1300);
    }
    assertThat(printed()).isEmpty();
  }

  private Console console(Terminal terminal) {
    return new Console(OutputStream.nullOutputStream(), err, terminal);
  }

  private String printed() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /// What a terminal shows of a line in which carriage returns go back to its start.
  private static String visibleLine(String line) {
    var shown = new StringBuilder();
    for (String part : line.split("\r", -1)) {
      shown.replace(0, Math.min(part.length(), shown.length()), part);
    }
    return shown.toString();
  }
}
