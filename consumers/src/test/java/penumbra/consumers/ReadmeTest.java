package penumbra.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The library's code in the README is the code of these projects.
class ReadmeTest {
  private static List<String> blocks(String language) throws IOException {
    String readme = Files.readString(Projects.root().resolve("README.md"));
    return Pattern.compile("^```" + language + "\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL)
        .matcher(readme)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  @Test
  void itsJavaIsCompiledAndRun() throws IOException {
    assertThat(blocks("java")).isNotEmpty();
    List<String> compiled = lines(Projects.text("core", "src/main/java/example/core/Main.java"));
    for (String block : blocks("java")) {
      assertThat(compiled).containsSubsequence(lines(block));
    }
  }

  @Test
  void itsDependenciesAreThoseThatAreResolved() throws IOException {
    List<String> dependencies =
        blocks("xml").stream()
            .flatMap(block -> Stream.of(block.split("(?=<dependency>)")))
            .filter(dependency -> !dependency.isBlank())
            .toList();
    assertThat(dependencies).isNotEmpty();
    for (String dependency : dependencies) {
      assertThat(Projects.names())
          .as("a project in consumers/src/test/projects with\n%s", dependency)
          .anySatisfy(name ->
              assertThat(lines(Projects.text(name, "pom.xml")))
                  .containsSequence(lines(dependency)));
    }
  }
}
