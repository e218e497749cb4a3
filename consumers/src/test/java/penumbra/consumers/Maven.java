package penumbra.consumers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Builds projects of others by Maven. They find Penumbra in a repository that this build installed
/// it to; Maven's own plugins come from the repository of this build, without the network.
final class Maven {
  static final Path REPOSITORY = Path.of(property("penumbra.repository"));

  private Maven() {}

  /// Copies those files of a project, their paths within it, that are wanted.
  static void copy(Path source, Path target, Predicate<Path> wanted) throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path within = source.relativize(file);
        if (wanted.test(within)) {
          Path copy = target.resolve(within.toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
  }

  /// Builds the jars of a project, or of several under one POM.
  static void build(Path projects) throws IOException, InterruptedException {
    String script = File.separatorChar == '/' ? "mvn" : "mvn.cmd";
    Commands.run(
        projects,
        Path.of(property("maven.home"), "bin", script).toString(),
        "-B",
        "-q",
        "-o",
        "-Dmaven.repo.local=" + REPOSITORY,
        "-Dmaven.repo.local.tail=" + property("maven.repository"),
        "package");
  }

  private static String property(String name) {
    return Objects.requireNonNull(
        System.getProperty(name), () -> "run this test by Maven, which tells it " + name);
  }
}
