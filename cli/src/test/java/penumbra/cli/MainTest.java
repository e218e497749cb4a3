package penumbra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import penumbra.cli.console.Console;
import penumbra.cli.console.Terminal;
import picocli.CommandLine;

class MainTest {
  @Test
  void versionNamesPenumbraAndJava() {
    CommandLineRun run = CommandLineRun.of("--version");
    assertThat(run.code()).isZero();
    assertThat(run.outLines()).hasSize(2);
    assertThat(run.outLines().getFirst()).matches("Penumbra \\d+\\.\\d+\\.\\d+");
    assertThat(run.outLines().getLast()).startsWith("Java " + System.getProperty("java.version"));
  }

  @Test
  void helpListsEveryCommandUnderItsGroupAndTheExitCodes() {
    CommandLineRun run = CommandLineRun.of("--help");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .containsSubsequence("Usage: penumbra", "About Penumbra:", "completion", "Options:")
        .containsSubsequence("Exit codes:", "0   Done.", "1   Some inputs", "2   The command");
  }

  @Test
  void everyCommandIsListedUnderItsOwnName() {
    OutputStream nowhere = OutputStream.nullOutputStream();
    var console = new Console(nowhere, nowhere, Terminal.none());
    for (Commands.Group group : Commands.groups()) {
      for (Commands.Entry entry : group.commands()) {
        Object command = entry.maker().apply(console);
        CommandLine line = command instanceof CommandLine made ? made : new CommandLine(command);
        assertThat(line.getCommandName()).isEqualTo(entry.name());
      }
    }
  }

  @Test
  void helpFitsTheTerminal() {
    var narrow = new Terminal(true, true, 70, false);
    assertThat(CommandLineRun.on(narrow, "--help").outLines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(70));
  }

  @Test
  void aTerminalOfUnknownWidthCountsAs80Columns() {
    assertThat(new Terminal(true, true, 0, true)).isEqualTo(new Terminal(true, true, 80, true));
  }

  @Test
  void helpIsPlainUnlessATerminalMayShowColours() {
    String escape = "\u001b[";
    assertThat(CommandLineRun.of("--help").out()).doesNotContain(escape);
    assertThat(CommandLineRun.on(new Terminal(true, true, 80, false), "--help").out())
        .doesNotContain(escape);
    assertThat(CommandLineRun.on(new Terminal(true, true, 80, true), "--help").out())
        .contains(escape);
  }

  @Test
  void withoutACommandTheHelpGoesToStandardError() {
    CommandLineRun run = CommandLineRun.of();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Usage: penumbra");
  }

  @Test
  void helpOfACommandIsTheSameAskedEitherWay() {
    CommandLineRun run = CommandLineRun.of("help", "completion");
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(CommandLineRun.of("completion", "--help").out());
  }

  @Test
  void anUnknownCommandGetsOneLineWithASuggestion() {
    assertThat(CommandLineRun.of("complation"))
        .isEqualTo(
            new CommandLineRun(
                2,
                "",
                "penumbra: unknown command 'complation'; did you mean 'completion'?"
                    + " See 'penumbra --help'\n"));
  }

  @Test
  void anOperationGivenAsACommandIsFoundInFilter() {
    for (String given : java.util.List.of("gaussian", "gausian", "GAUSSIAN")) {
      assertThat(CommandLineRun.of(given, "x.png"))
          .isEqualTo(
              new CommandLineRun(
                  2,
                  "",
                  "penumbra: unknown command '"
                      + given
                      + "'; did you mean 'filter gaussian'? See 'penumbra --help'\n"));
    }
    for (String operation : penumbra.catalogue.Catalogue.names()) {
      assertThat(CommandLineRun.of(operation).err())
          .contains("; did you mean 'filter " + operation + "'?");
    }
    assertThat(CommandLineRun.of("help", "histogram").err()).contains("'plot histogram'");
    assertThat(CommandLineRun.of("fliter").err()).contains("did you mean 'filter'?");
    assertThat(CommandLineRun.of("canny.png").err())
        .isEqualTo("penumbra: unknown command 'canny.png'. See 'penumbra --help'\n");
  }

  @Test
  void anUnknownCommandThatIsLikeNoneGetsOneLine() {
    assertThat(CommandLineRun.of("help", "xyzzy").err())
        .isEqualTo("penumbra: unknown command 'xyzzy'. See 'penumbra --help'\n");
  }

  @Test
  void anUnknownOptionIsNamedWithItsCommand() {
    assertThat(CommandLineRun.of("completion", "--degub").err())
        .isEqualTo(
            "penumbra: unknown option '--degub'; did you mean '--debug'?"
                + " See 'penumbra completion --help'\n");
  }

  @Test
  void aMisspeltOptionIsNamedRatherThanTheOneThatIsMissing() {
    assertThat(CommandLineRun.of("gif", "scans", "--outptu", "x.gif"))
        .isEqualTo(
            new CommandLineRun(
                2,
                "",
                "penumbra: unknown option '--outptu'; did you mean '--output'?"
                    + " See 'penumbra gif --help'\n"));
  }

  @Test
  void anEmptyNameIsNoFolder() {
    assertThat(CommandLineRun.of("info", ""))
        .isEqualTo(
            new CommandLineRun(
                2,
                "",
                "penumbra: invalid value for positional parameter at index 0..* (FILE): it is empty;"
                    + " name a file or a folder; see 'penumbra info --help'\n"));
    assertThat(CommandLineRun.of("filter", "sobel", "x.png", "-o", "").err())
        .isEqualTo(
            "penumbra: invalid value for option '--output': it is empty; name a file or a"
                + " folder; see 'penumbra filter sobel --help'\n");
  }

  @Test
  void outputThatCannotGetOutIsAFailureUnlessItsReaderWentAway() {
    assertThat(outputThatFails("No space left on device"))
        .isEqualTo(
            new CommandLineRun(
                1, "", "penumbra: cannot write to standard output: No space left on device\n"));
    assertThat(outputThatFails("Broken pipe")).isEqualTo(new CommandLineRun(0, "", ""));
  }

  private static CommandLineRun outputThatFails(String why) {
    var out =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(why);
          }
        };
    var err = new ByteArrayOutputStream();
    int code = Main.run(new Console(out, err, Terminal.none()), "operations");
    return new CommandLineRun(code, "", err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aFileNameCannotBreakTheLineOrCommandTheTerminal() {
    assertThat(CommandLineRun.of("info", "no\nsuch\u001b[31m.png").err())
        .isEqualTo(
            "penumbra: no\\u000asuch\\u001b[31m.png must exist, but is missing; check the path\n");
  }

  @Test
  void debugShowsWhereAnErrorCameUp() {
    assertThat(CommandLineRun.of("--debug", "xyzzy").err())
        .startsWith("penumbra: unknown command 'xyzzy'. See 'penumbra --help'\n")
        .contains("\tat ");
  }

  @Test
  void completionScriptIsValidBashAndKnowsTheCommands() throws Exception {
    CommandLineRun run = CommandLineRun.of("completion");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("complete -F", "--version", "completion");
    Process bash = new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
    bash.getOutputStream().write(run.out().getBytes(StandardCharsets.UTF_8));
    bash.getOutputStream().close();
    assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
    assertThat(bash.waitFor()).isZero();
  }
}
