package penumbra.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/architecture.md` speaks of classes and modules that are there.
class ArchitecturePageTest {
  /// In code letters, and at the points of arrows.
  private static final Pattern MARKED = Pattern.compile("`[^`\\n]+`|─▶ *[A-Za-z]+");

  private static final Pattern CLASS = Pattern.compile("\\b[A-Z][a-z]+[A-Za-z]*[a-z]\\b");

  /// Of Java itself.
  private static final Set<String> OTHERS = Set.of("Path");

  @Test
  void everyClassThatItNamesIsThere() throws IOException {
    Path root = ProjectRoot.find();
    String page = Files.readString(root.resolve("docs/architecture.md"));
    Set<String> named =
        MARKED
            .matcher(page)
            .results()
            .flatMap(marked -> CLASS.matcher(marked.group()).results())
            .map(MatchResult::group)
            .filter(name -> !OTHERS.contains(name))
            .collect(Collectors.toSet());
    assertThat(named).hasSizeGreaterThan(40);
    assertThat(classes(root)).containsAll(named);
  }

  private static Set<String> classes(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void everyModuleIsInIt() throws IOException {
    Path root = ProjectRoot.find();
    String page = Files.readString(root.resolve("docs/architecture.md"));
    try (Stream<Path> folders = Files.list(root)) {
      assertThat(
              folders
                  .filter(folder -> Files.exists(folder.resolve("src/main/java/module-info.java")))
                  .map(folder -> "`" + folder.getFileName() + "`"))
          .isNotEmpty()
          .allSatisfy(module -> assertThat(page).contains(module));
    }
  }
}
