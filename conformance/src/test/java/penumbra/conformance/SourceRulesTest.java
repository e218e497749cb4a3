package penumbra.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Rules about the sources themselves.
class SourceRulesTest {
  private static final int LONGEST = 400;

  @Test
  void noFileIsLongerThan400Lines() {
    Map<Path, Integer> tooLong = new TreeMap<>();
    sources()
        .forEach((file, lines) -> {
          if (lines.size() > LONGEST) {
            tooLong.put(file, lines.size());
          }
        });
    assertThat(tooLong).isEmpty();
  }

  @Test
  void halfOfTheFilesAreShorterThan120Lines() {
    List<Integer> lengths = sources().values().stream().map(List::size).sorted().toList();
    assertThat(lengths.get(lengths.size() / 2)).isLessThan(120);
  }

  @Test
  void nothingIsLeftForLater() {
    Pattern later = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    Map<Path, String> found = new TreeMap<>();
    sources()
        .forEach((file, lines) ->
            lines.stream()
                .filter(line -> later.matcher(line).find())
                .forEach(line -> found.put(file, line)));
    assertThat(found).isEmpty();
  }

  /// Within what is asserted to fail, a skip would be the failure that was asked for, so that the
  /// test fails where the file is missing.
  @Test
  void noFileThatMayBeMissingIsAskedForInsideAnAssertion() {
    Pattern asked =
        Pattern.compile(
            "(assert(That)?Throw|catchThrowable|assertThatCode|assertThatExceptionOfType)[^;]*"
                + "(RealFiles\\.|Samples\\.real|assumeTrue|assumeFalse|ForeignTool\\.)");
    Map<Path, String> found = new TreeMap<>();
    sources()
        .forEach((file, lines) ->
            asked
                .matcher(String.join("\n", lines))
                .results()
                .filter(match -> !file.endsWith("SourceRulesTest.java"))
                .forEach(match -> found.put(file, match.group())));
    assertThat(found).isEmpty();
  }

  /// Whoever works on many files lets `Attempt` do it, or `OrderedPool`, which stands on it.
  @Test
  void oneClassSeesToItThatABadFileStopsNoOther() {
    Pattern anything =
        Pattern.compile("catch \\([^)]*RuntimeException[^)]*OutOfMemoryError[^)]*\\)");
    List<String> catching =
        sources().entrySet().stream()
            .filter(source -> source.getKey().toString().contains("src/main/java"))
            .filter(source -> anything.matcher(String.join("\n", source.getValue())).find())
            .map(source -> String.valueOf(source.getKey().getFileName()))
            .toList();
    assertThat(catching).containsExactly("Attempt.java");
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    List<Path> silent =
        sources().keySet().stream()
            .filter(file -> file.toString().contains("src/main/java/penumbra"))
            .map(Path::getParent)
            .distinct()
            .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
            .toList();
    assertThat(silent).isEmpty();
  }

  private static Map<Path, List<String>> sources() {
    Path root = ProjectRoot.find();
    try (Stream<Path> modules = Files.list(root)) {
      Map<Path, List<String>> sources =
          modules
              .map(module -> module.resolve("src"))
              .filter(Files::isDirectory)
              .flatMap(SourceRulesTest::javaFiles)
              .collect(Collectors.toMap(file -> file, SourceRulesTest::lines));
      assertThat(sources).as("sources under %s", root).hasSizeGreaterThan(50);
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
