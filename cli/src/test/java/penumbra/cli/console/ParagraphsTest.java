package penumbra.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.cli.CommandLineRun;

class ParagraphsTest {
  @Test
  void proseFlowsAndExamplesStay() {
    List<String> lines =
        List.of(
            "", "Writes this,", "and that.", "", "Example:", "  penumbra demo", "  penumbra run");
    assertThat(Paragraphs.flowing(lines))
        .containsExactly(
            "", "Writes this, and that.", "", "Example:", "  penumbra demo", "  penumbra run");
  }

  @Test
  void theTextBelowTheOptionsFillsItsLines() {
    assertThat(CommandLineRun.of("article", "--help").out())
        .contains("OUT/first-ten.gif\nand OUT/figures. Each filter is shown as published");
  }
}
