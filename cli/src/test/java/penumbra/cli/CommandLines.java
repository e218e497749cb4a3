package penumbra.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Runs one command line after the other in the folder that the process is started in, for
/// [DocumentsTest]: a JVM for each document instead of one for each line. The lines come on
/// standard input, as a shell would read them; the shell splits them, so quotes, patterns and
/// comments are its own.
///
/// Prints a line for each command line that does not end well, and what it said.
final class CommandLines {
  private static final String SPLIT = "penumbra() { printf '%s\\0' \"$@\"; }\n";

  private CommandLines() {}

  /// Ends with exit code 0, whatever the lines do.
  public static void main(String[] args) throws IOException, InterruptedException {
    String all = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    for (String line : all.lines().toList()) {
      CommandLineRun run = CommandLineRun.of(split(line).toArray(String[]::new));
      if (run.code() != ExitCodes.DONE) {
        System.out.printf("%s ends with %d: %s%n", line, run.code(), run.err().strip());
      }
    }
    System.exit(ExitCodes.DONE);
  }

  private static List<String> split(String line) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("sh", "-c", SPLIT + line)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String words = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (shell.waitFor() != 0 || words.isEmpty()) {
      throw new IllegalStateException("the shell cannot split: " + line);
    }
    return List.of(words.split("\0"));
  }
}
