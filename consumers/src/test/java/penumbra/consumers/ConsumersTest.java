package penumbra.consumers;

import static org.assertj.core.api.Assertions.assertThat;

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

/// Projects outside of this build, which ask for one module each, are compiled by Maven with all
/// warnings as errors, and run.
///
/// A new module has a folder in `src/test/projects` with a POM, a `module-info.java`, a `Main` of
/// some lines, `prints.txt` (what it prints) and `brings.txt` (the jars that come along); a line in
/// the POM beside the folders; and a dependency in the POM of `consumers`.
class ConsumersTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void build() throws IOException, InterruptedException {
    copy(folder.resolve("modular"), true);
    copy(folder.resolve("plain"), false);
    Maven.build(folder.resolve("modular"));
    Maven.build(folder.resolve("plain"));
  }

  private static void copy(Path target, boolean modular) throws IOException {
    Maven.copy(Projects.folder(), target, file -> modular || !file.endsWith("module-info.java"));
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
        .allMatch(jar -> jar.startsWith(Maven.REPOSITORY));
  }

  /// The command line is a program, and the gallery is not shipped.
  @Test
  void everyModuleThatOthersCanUseHasAProjectHere() {
    assertThat(projects()).containsExactlyInAnyOrderElementsOf(libraries());
  }

  private static List<String> libraries() {
    try (Stream<Path> folders = Files.list(Projects.root())) {
      return folders
          .filter(module -> Files.exists(module.resolve("src/main/java/module-info.java")))
          .map(module -> module.getFileName().toString())
          .filter(module -> !module.equals("cli") && !module.equals("gallery"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
