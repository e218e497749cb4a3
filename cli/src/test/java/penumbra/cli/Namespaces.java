package penumbra.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Shell scripts in a mount namespace of their own, where disks can be as small as a test wants
/// them. Needs Linux that lets this user have such a namespace; the test is skipped elsewhere.
final class Namespaces {
  private Namespaces() {}

  /// Runs the lines of a script in `folder`, with `arguments` as its own.
  static void run(Path folder, List<String> script, List<String> arguments)
      throws IOException, InterruptedException {
    assumeTrue(
        sh(folder, "mkdir -p probe && mount -t tmpfs tmpfs probe", List.of()) == 0,
        "needs Linux that lets this user mount in a namespace: try unshare -rm mount");
    assertThat(sh(folder, "set -e; " + String.join("\n", script), arguments)).isZero();
  }

  private static int sh(Path folder, String script, List<String> arguments)
      throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", script, "sh"));
    command.addAll(arguments);
    try {
      return new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException noSuchProgram) {
      return -1;
    }
  }
}
