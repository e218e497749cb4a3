package penumbra.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import penumbra.cli.console.ExitCodes;

/// Runs one command line after the other in the folder that the process is started in, for
/// [DocumentsTest]: a JVM for each document instead of one for each line. The lines come on
/// standard input. A shell splits them, so quotes, patterns and comments are its own. Those that
/// lead streams elsewhere are left to the shell, which has to find a program `penumbra`.
///
/// Prints a line for each command line that does not end well, and what it said.
final class CommandLines {
  private static final String SPLIT = "penumbra() { printf '%s\\0' \"$@\"; }\n";
  private static final Pattern STREAMS = Pattern.compile("[|<>]");

  private CommandLines() {}

  /// Ends with exit code 0, whatever the lines do.
  public static void main(String[] args) throws IOException, InterruptedException {
    String all = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    for (String line : all.lines().toList()) {
      CommandLineRun run =
          STREAMS.matcher(line).find()
              ? shell(line)
              : CommandLineRun.of(shell(SPLIT + line).out().split("\0"));
      if (run.code() != ExitCodes.DONE) {
        System.out.printf("%s ends with %d: %s%n", line, run.code(), run.err().strip());
      }
    }
    System.exit(ExitCodes.DONE);
  }

  private static CommandLineRun shell(String script) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder(List.of("sh", "-c", script))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new CommandLineRun(shell.waitFor(), said, "as standard error says");
  }
}
