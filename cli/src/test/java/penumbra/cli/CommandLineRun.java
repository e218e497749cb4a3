package penumbra.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import penumbra.cli.console.Console;
import penumbra.cli.console.Terminal;

/// What a command line printed and how it ended, for tests.
///
/// ```
/// var run = CommandLineRun.of("info", "scan.png");
/// assertThat(run.err()).isEqualTo("...");
/// ```
public record CommandLineRun(int code, String out, String err) {
  public static CommandLineRun of(String... args) {
    return on(Terminal.none(), args);
  }

  static CommandLineRun on(Terminal terminal, String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code = Main.run(new Console(out, err, terminal), args);
    return new CommandLineRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  public List<String> outLines() {
    return out.lines().toList();
  }
}
