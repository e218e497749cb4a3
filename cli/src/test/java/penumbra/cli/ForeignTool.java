package penumbra.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program of others, found on the PATH, that judges what we write.
///
/// ```
/// List<String> said = ForeignTool.DCIODVFY.run(file.toString());
/// ```
///
/// Where it is not installed the test is skipped, with a line that says how to install it;
/// `.ci/run` does so.
enum ForeignTool {
  /// Checks objects against their definition.
  DCIODVFY("dciodvfy", "dicom3tools"),
  /// Prints data sets.
  DCMDUMP("dcmdump", "dcmtk");

  private final String program;
  private final String debianPackage;

  ForeignTool(String program, String debianPackage) {
    this.program = program;
    this.debianPackage = debianPackage;
  }

  /// The lines that it prints, of both kinds.
  List<String> run(String... arguments) throws IOException, InterruptedException {
    assumeTrue(
        isThere(),
        "needs " + program + ": apt-get install " + debianPackage + ", or run .ci/run, which does");
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    Path said = Files.createTempFile(program, ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException(command + " does not end");
      }
      return Files.readString(said, StandardCharsets.ISO_8859_1).lines().toList();
    } finally {
      Files.delete(said);
    }
  }

  private boolean isThere() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
