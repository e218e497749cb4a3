package penumbra.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Maven compiles projects outside this build, each with one of our modules as a dependency, with
/// all warnings as errors, and runs them. Penumbra comes from a repository that this build has
/// filled; Maven's own plugins come from the repository of this build, without the network.
///
/// A new module has a folder in `src/test/projects` with a POM, a `module-info.java`, a `Main` of
/// some lines, `prints.txt` (what it prints) and `brings.txt` (the jars that come along); a line in
/// the POM beside the folders; and a dependency in the POM of `consumers`.
class ConsumersTest {
  private static final Path REPOSITORY = Path.of(property("penumbra.repository"));

  @TempDir private static Path folder;

  @BeforeAll
  static void build() throws IOException, InterruptedException {
    copy(folder.resolve("modular"), true);
    copy(folder.resolve("plain"), false);
    maven(folder.resolve("modular"));
    maven(folder.resolve("plain"));
  }

  private static void maven(Path projects) throws IOException, InterruptedException {
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

  private static void copy(Path target, boolean modular) throws IOException {
    Path source = Projects.folder();
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (modular || !file.endsWith("module-info.java")) {
          Path copy = target.resolve(source.relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
  }

  static List<String> projects() {
    return Projects.names();
  }

  private static Project built(String kind, String name) {
    return new Project(folder.resolve(kind).resolve(name));
  }

  @ParameterizedTest
  @MethodSource("projects")
  void aProjectWithAModuleOfItsOwnCompilesAndRuns(String name) throws Exception {
    Project project = built("modular", name);
    assertThat(project.folder().resolve("target/classes/module-info.class")).exists();
    assertThat(project.runAsModule()).isEqualTo(Projects.text(name, "prints.txt"));
  }

  @ParameterizedTest
  @MethodSource("projects")
  void aProjectOnTheClassPathCompilesAndRuns(String name) throws Exception {
    Project project = built("plain", name);
    assertThat(project.folder().resolve("target/classes/module-info.class")).doesNotExist();
    assertThat(project.runOnTheClassPath()).isEqualTo(Projects.text(name, "prints.txt"));
  }

  @ParameterizedTest
  @MethodSource("projects")
  void noJarComesAlongThatIsNotOnTheList(String name) throws Exception {
    List<Path> jars = built("modular", name).jars();
    assertThat(jars)
        .extracting(ConsumersTest::artifact)
        .as("%s/brings.txt", name)
        .containsExactlyInAnyOrderElementsOf(Projects.text(name, "brings.txt").lines().toList());
  }

  /// The repository's folders: ARTIFACT/VERSION/FILE.
  private static String artifact(Path jar) {
    return jar.getName(jar.getNameCount() - 3).toString();
  }

  @ParameterizedTest
  @MethodSource("projects")
  void theJarsAreThoseOfThisBuild(String name) throws Exception {
    assertThat(built("modular", name).jars())
        .filteredOn(jar -> jar.getFileName().toString().startsWith("penumbra-"))
        .isNotEmpty()
        .allMatch(jar -> jar.startsWith(REPOSITORY));
  }

  /// The command line is a program, not a library.
  @Test
  void everyModuleThatOthersCanUseHasAProjectHere() {
    assertThat(projects()).containsExactlyInAnyOrderElementsOf(libraries());
  }

  private static List<String> libraries() {
    try (Stream<Path> folders = Files.list(Projects.root())) {
      return folders
          .filter(module -> Files.exists(module.resolve("src/main/java/module-info.java")))
          .map(module -> module.getFileName().toString())
          .filter(module -> !module.equals("cli"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String property(String name) {
    return java.util.Objects.requireNonNull(
        System.getProperty(name), () -> "run this test by Maven, which tells it " + name);
  }
}
