package penumbra.cli.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.cli.CommandLineRun;
import penumbra.cli.Samples;
import penumbra.cli.console.ExitCodes;
import penumbra.core.NdArray;

class StatsCommandTest {
  @TempDir private Path folder;

  private void flat(String name, int level) {
    byte[] pixels = new byte[6];
    java.util.Arrays.fill(pixels, (byte) level);
    Samples.write(folder.resolve("set").resolve(name), NdArray.ofUint8(pixels, 2, 3));
  }

  @Test
  void groupsStandInATable() {
    flat("train/NORMAL/a.png", 10);
    flat("train/NORMAL/b.png", 20);
    flat("train/PNEUMONIA/c.png", 100);
    CommandLineRun run = CommandLineRun.of("stats", folder.resolve("set").toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            split  class      images    mean  median  deviation  entropy  sharpness
            train  NORMAL          2   15.00   15.00       0.00     0.00       0.00
            train  PNEUMONIA       1  100.00  100.00       0.00     0.00       0.00
            all    all             3   43.33   43.33       0.00     0.00       0.00
            """);
  }

  @Test
  void tablesAndFiguresAreWrittenAndBadFilesNamed() throws IOException {
    flat("NORMAL/a.png", 10);
    Path broken = Samples.truncated(folder.resolve("set/NORMAL/b.png"));
    Path out = folder.resolve("out");
    CommandLineRun run =
        CommandLineRun.of("stats", folder.resolve("set").toString(), "-o", out.toString());
    assertThat(run.code()).isEqualTo(ExitCodes.SOME_FAILED);
    assertThat(run.err()).startsWith("penumbra: " + broken + " must ");
    assertThat(run.out()).endsWith("Wrote " + out + "\n");
    assertThat(Samples.namesIn(out))
        .containsExactly(
            "groups.csv",
            "groups.parquet",
            "histograms.png",
            "histograms.svg",
            "images.csv",
            "images.parquet");
  }

  @Test
  void tablesMustNotLieAmongTheImages() {
    flat("NORMAL/a.png", 10);
    String set = folder.resolve("set").toString();
    CommandLineRun run = CommandLineRun.of("stats", set, "-o", set + "/out");
    assertThat(run.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(run.err()).startsWith("penumbra: the output folder must not lie in the folder");
  }
}
