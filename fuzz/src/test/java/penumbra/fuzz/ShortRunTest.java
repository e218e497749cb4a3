package penumbra.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A short run of Jazzer on each parser. `docs/fuzzing.md` says how to run it for longer.
@Execution(ExecutionMode.CONCURRENT)
class ShortRunTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void nothingIsFound(Parser parser) throws Exception {
    FuzzRun run = FuzzRun.of(parser, Path.of("corpus"), folder, FuzzSession.brief());
    String log = Files.readString(run.log(), StandardCharsets.ISO_8859_1);
    assertThat(run.isClean()).as(log).isTrue();
    assertThat(run.executions()).as(log).isGreaterThanOrEqualTo(300);
    // Without branches, Jazzer would not have understood our classes.
    assertThat(run.coverage()).as(log).isGreaterThan(50);
  }

  @Test
  void whatIsPlantedIsFoundAndKept() throws Exception {
    FuzzRun run =
        FuzzRun.of(Planted.class, Parser.NPY, Path.of("corpus"), folder, FuzzSession.brief());
    assertThat(run.isClean()).isFalse();
    assertThat(run.findings()).hasSize(1);
    assertThat(Files.readAllBytes(run.findings().getFirst())).startsWith(0x93);
    assertThat(run.summary()).startsWith("npy ").contains(" 1 found, exit 77, see " + run.log());
  }

  /// A parser that fails on the first bytes of every array.
  public static final class Planted {
    private Planted() {}

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] input) {
      if (input.length > 1 && input[0] == (byte) 0x93) {
        throw new IllegalStateException("planted");
      }
    }
  }
}
