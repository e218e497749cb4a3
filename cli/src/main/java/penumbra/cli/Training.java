package penumbra.cli;

import java.io.OutputStream;
import java.util.List;

/// Runs light commands one after the other. The launcher watches it once to make the cache that
/// lets later starts begin with their classes already loaded and linked.
final class Training {
  private static final List<List<String>> COMMAND_LINES =
      List.of(List.of("--version"), List.of("--help"), List.of("help", "completion"));

  private Training() {}

  /// Ends with exit code 0 if all commands did.
  public static void main(String[] args) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    int worst = ExitCodes.DONE;
    for (List<String> commandLine : COMMAND_LINES) {
      var console = new Console(nowhere, nowhere, new Terminal(true, true, 80, true));
      worst = Math.max(worst, Main.run(console, commandLine.toArray(String[]::new)));
    }
    System.exit(worst);
  }
}
