package penumbra.consumers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The projects as they stand in `src/test/projects`, with the versions of this build in their
/// POMs.
final class Projects {
  private Projects() {}

  /// Where tests are run is the folder of this module.
  static Path root() {
    return Path.of("..").toAbsolutePath().normalize();
  }

  static Path folder() {
    return Path.of("target/test-classes/projects").toAbsolutePath();
  }

  /// Of those that still are there: the build copies files and never takes one away.
  static List<String> names() {
    try (Stream<Path> folders = Files.list(Path.of("src/test/projects"))) {
      return folders
          .filter(Files::isDirectory)
          .map(project -> project.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String project, String file) {
    try {
      return Files.readString(folder().resolve(project).resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
