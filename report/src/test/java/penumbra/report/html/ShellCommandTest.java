package penumbra.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ShellCommandTest {
  @Test
  void quotesOnlyWhatAShellWouldTakeApart() {
    String text =
        ShellCommand.of("", "penumbra", "article", "it's mine", "-o", "out/a_b-1.png").text();
    assertThat(text).isEqualTo("penumbra article 'it'\\''s mine' -o out/a_b-1.png");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aShellReadsTheWordsBack() throws IOException {
    List<String> words =
        List.of(
            "a b", "it's", "$HOME", "`id`", "x*", "", "\"q\"", "a!/b", "~", "a\\b", "-7.5", "a;b",
            "\u00e4");
    String script =
        "for w in " + new ShellCommand("", words).text() + "; do printf '%s\\0' \"$w\"; done";
    Process shell = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
    String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(Arrays.asList(printed.split("\0", -1)).subList(0, words.size())).isEqualTo(words);
  }

  @Test
  void aPathIsNeverTakenForAnOption() {
    assertThat(ShellCommand.path("-o")).isEqualTo("./-o");
    assertThat(ShellCommand.path("")).isEqualTo(".");
    assertThat(ShellCommand.path("scans")).isEqualTo("scans");
  }
}
