package penumbra.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.cli.CommandLineRun;
import penumbra.cli.Commands;
import penumbra.cli.Samples;
import penumbra.cli.console.Console;
import penumbra.cli.console.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class LimitTest {
  @TempDir private Path folder;

  @Test
  void nAndLimitAreOneOptionInEveryCommandThatHasEither() {
    var console =
        new Console(
            java.io.OutputStream.nullOutputStream(),
            java.io.OutputStream.nullOutputStream(),
            Terminal.none());
    List<String> having = new ArrayList<>();
    for (Commands.Group group : Commands.groups()) {
      for (Commands.Entry entry : group.commands()) {
        Object made = entry.maker().apply(console);
        CommandLine command = made instanceof CommandLine line ? line : new CommandLine(made);
        for (OptionSpec option : command.getCommandSpec().options()) {
          List<String> names = List.of(option.names());
          if (!option.hidden() && (names.contains("-n") || names.contains("--limit"))) {
            assertThat(names).containsExactly("-n", "--limit");
            having.add(entry.name());
          }
        }
      }
    }
    assertThat(having).containsExactlyInAnyOrder("article", "info", "gif");
  }

  @Test
  void formerSpellingsStillWork() throws IOException {
    for (int seed = 0; seed < 3; seed++) {
      Samples.image(folder.resolve("set/" + seed + ".png"), seed);
    }
    byte[] two = gif("-n", "2");
    assertThat(gif("--limit", "2")).isEqualTo(two);
    assertThat(gif("--count", "2")).isEqualTo(two);
    assertThat(gif()).isNotEqualTo(two);
    assertThat(CommandLineRun.of("gif", "x", "-o", "a.gif", "--limit", "2", "--count", "3").err())
        .isEqualTo(
            "penumbra: --limit must be given once, but is 2 and, as --count, 3; leave the other"
                + " out\n");
    Path out = folder.resolve("phantoms");
    assertThat(CommandLineRun.of("phantom", "-o", out.toString(), "-n", "0").err())
        .isEqualTo("penumbra: --count must be from 1 to 1000, but is 0; 9 make a grid\n");
  }

  private byte[] gif(String... options) throws IOException {
    Path file = folder.resolve("a.gif");
    List<String> line =
        new ArrayList<>(List.of("gif", folder.resolve("set").toString(), "-o", file.toString()));
    line.addAll(List.of(options));
    assertThat(CommandLineRun.of(line.toArray(String[]::new)).code()).isZero();
    return Files.readAllBytes(file);
  }
}
