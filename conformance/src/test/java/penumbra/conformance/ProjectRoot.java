package penumbra.conformance;

import java.nio.file.Files;
import java.nio.file.Path;

/// Finds the folder of the project, wherever in it a test is run.
final class ProjectRoot {
  private ProjectRoot() {}

  static Path find() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("run the tests inside the project");
      }
    }
    return folder;
  }
}
