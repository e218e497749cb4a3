package penumbra.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The seeds, and former findings of fuzzing: without Jazzer, on every machine.
class SeedsTest {
  private static final Path CORPUS = Path.of("corpus");

  @ParameterizedTest
  @EnumSource
  void everySeedKeepsThePromise(Parser parser) throws IOException {
    for (Path seed : seeds(parser)) {
      try {
        parser.readAll(Files.readAllBytes(seed));
      } catch (RuntimeException | Error broken) {
        throw new AssertionError("of " + seed, broken);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void mostSeedsAreReadAndSoLeadFarIntoTheParser(Parser parser) throws IOException {
    int read = 0;
    List<Path> made =
        seeds(parser).stream()
            .filter(seed -> !seed.getFileName().toString().startsWith("found-"))
            .toList();
    for (Path seed : made) {
      read += parser.readAll(Files.readAllBytes(seed)) ? 1 : 0;
    }
    assertThat(made).hasSizeGreaterThanOrEqualTo(4);
    assertThat(read).isGreaterThanOrEqualTo(made.size() * 3 / 4);
  }

  private static List<Path> seeds(Parser parser) throws IOException {
    try (Stream<Path> files = Files.list(CORPUS.resolve(parser.label()))) {
      return files.sorted().toList();
    }
  }
}
