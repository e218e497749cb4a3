package penumbra.cli.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.cli.CommandLineRun;
import penumbra.cli.Samples;
import penumbra.cli.console.ExitCodes;

class AuditCommandTest {
  @TempDir private Path folder;
  private Path set = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void set() throws IOException {
    set = folder.resolve("set");
    out = folder.resolve("out");
    for (String split : new String[] {"train", "test"}) {
      Samples.image(set.resolve(split + "/NORMAL/a-" + split + ".png"), split.hashCode());
      Samples.image(set.resolve(split + "/PNEUMONIA/b-" + split + ".png"), split.hashCode() + 1);
    }
  }

  private CommandLineRun audit(String... more) {
    String[] args = new String[4 + more.length];
    args[0] = "audit";
    args[1] = set.toString();
    args[2] = "-o";
    args[3] = out.toString();
    System.arraycopy(more, 0, args, 4, more.length);
    return CommandLineRun.of(args);
  }

  @Test
  void aCleanSetIsToldInOneLine() throws IOException {
    CommandLineRun run = audit();
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            "4 images: 0 defects, 0 suspicions, 0 notes\nOpen "
                + out.resolve("report.html")
                + "\n");
    assertThat(Samples.namesIn(out))
        .containsExactly(
            "findings.csv",
            "findings.json",
            "images.csv",
            "images.parquet",
            "report.html",
            "shortcuts.csv");
  }

  @Test
  void findingsAreCountedAndMatterToTheExitCodeOnlyIfAskedFor() throws IOException {
    Files.copy(set.resolve("train/NORMAL/a-train.png"), set.resolve("test/NORMAL/c.png"));
    assertThat(audit().code()).isZero();
    CommandLineRun strict = audit("--strict");
    assertThat(strict.code()).isEqualTo(ExitCodes.SOME_FAILED);
    assertThat(strict.out())
        .isEqualTo(
            "Exact duplicates  1\n5 images: 1 defect, 0 suspicions, 0 notes\nOpen "
                + out.resolve("report.html")
                + "\n");
  }

  @Test
  void aFileThatCannotBeReadIsNamedAndStopsNothing() throws IOException {
    Path broken = Samples.truncated(set.resolve("train/NORMAL/x.png"));
    CommandLineRun run = audit();
    assertThat(run.code()).isEqualTo(ExitCodes.SOME_FAILED);
    assertThat(run.err()).startsWith("penumbra: " + broken + " must ");
    assertThat(run.out()).contains("Unreadable files  1\n4 images: 1 defect");
    assertThat(out.resolve("report.html")).content().contains("train/NORMAL/x.png");
  }

  @Test
  void whereNothingCanBeReadThereIsStillAReport() throws IOException {
    set = folder.resolve("other");
    Samples.truncated(set.resolve("x.png"));
    CommandLineRun run = audit();
    assertThat(run.code()).isEqualTo(ExitCodes.SOME_FAILED);
    assertThat(run.out()).contains("0 images: 1 defect");
  }

  @Test
  void whatCannotBeIsRefusedBeforeAnythingIsRead() {
    CommandLineRun expected = audit("--expect", "many");
    assertThat(expected.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(expected.err()).startsWith("penumbra: --expect must be kaggle, or SPLIT/CLASS=");
    out = set.resolve("out");
    CommandLineRun inside = audit();
    assertThat(inside.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(inside.err()).startsWith("penumbra: the output folder must not lie in the folder");
  }

  @Test
  void countsCanBeExpected() {
    CommandLineRun run = audit("--expect", "train/NORMAL=2");
    assertThat(run.out()).startsWith("Expected counts  4\n");
  }
}
