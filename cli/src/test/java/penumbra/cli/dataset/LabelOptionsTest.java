package penumbra.cli.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.cli.CommandLineRun;
import penumbra.core.NdArray;
import penumbra.io.ImageFiles;

/// Label files at the commands on data sets.
class LabelOptionsTest {
  @TempDir Path folder;

  private Path set = Path.of("");
  private Path labels = Path.of("");

  @BeforeEach
  void make() throws IOException {
    set = folder.resolve("set");
    for (String name : new String[] {"a", "b", "c"}) {
      Path file = set.resolve(name + ".png");
      Files.createDirectories(set);
      byte[] pixels = new byte[20 * 30];
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = (byte) (i * name.charAt(0));
      }
      ImageFiles.write(NdArray.ofUint8(pixels, 20, 30), file);
    }
    labels =
        Files.writeString(
            folder.resolve("labels.csv"),
            """
            image,patient_id,split,Edema,Mass,No Finding
            a.png,1,train,1,1,0
            b.png,2,train,0,0,1
            c.png,1,valid,-1,0,0
            """);
  }

  @Test
  void infoTellsWhatTheFileTold() {
    CommandLineRun run = CommandLineRun.of("info", "--labels", labels.toString(), set.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("train        2   (No Finding 1, several findings 1)")
        .contains("val          1   (uncertain 1)")
        .contains("findings     Edema 1, Mass 1, No Finding 1, uncertain 1")
        .contains("labels.csv (a table, Edema, Mass, No Finding): 3 images, 1 with several")
        .contains("1 uncertain");
  }

  @Test
  void auditFindsThePatientInTwoSplitsAndWritesAllFindings() throws IOException {
    Path out = folder.resolve("audit");
    CommandLineRun run =
        CommandLineRun.of(
            "audit", set.toString(), "-o", out.toString(), "--labels", labels.toString());
    assertThat(run.code()).isZero();
    assertThat(Files.readString(out.resolve("findings.csv")))
        .contains("Patient 1 (labels.csv) has 2 images, in train and val.");
    assertThat(Files.readString(out.resolve("images.csv"))).contains("a.png,train,Edema|Mass,");
  }

  @Test
  void runAndStatsTakeTheColumnThatIsNamed() throws IOException {
    Path out = folder.resolve("out");
    String[] options = {
      "--labels", labels.toString(), "--image-column", "image", "--label-column", "Edema"
    };
    CommandLineRun run =
        CommandLineRun.of(with(options, "run", "smooth", set.toString(), "-o", out.toString()));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("penumbra: labels from labels.csv (a table, Edema): 3 images");
    assertThat(Files.readString(out.resolve("manifest.csv")))
        .contains(",train,Edema 1,done")
        .contains(",val,Edema -1,done");
    String file = set.resolve("a.png").toString();
    String other = set.resolve("b.png").toString();
    String single = folder.resolve("single").toString();
    assertThat(CommandLineRun.of(with(options, "run", "smooth", file, other, "-o", single)).code())
        .isZero();
    assertThat(Files.readString(folder.resolve("single/manifest.csv"))).contains(",train,Edema 1,");
    assertThat(CommandLineRun.of(with(options, "stats", set.toString())).out()).contains("Edema 0");
  }

  private static String[] with(String[] options, String... words) {
    String[] all = java.util.Arrays.copyOf(words, words.length + options.length);
    System.arraycopy(options, 0, all, words.length, options.length);
    return all;
  }

  @Test
  void mistakesAreToldInTheNamesOfTheOptions() {
    CommandLineRun column =
        CommandLineRun.of(
            "info", "--labels", labels.toString(), "--label-column", "Hernia", set.toString());
    assertThat(column.err())
        .contains("--label-column must be a column of the label file, but is 'Hernia'; it has ");
    assertThat(column.code()).isNotZero();
    CommandLineRun alone =
        CommandLineRun.of("audit", set.toString(), "-o", "x", "--label-column", "Edema");
    assertThat(alone.code()).isEqualTo(2);
    assertThat(alone.err())
        .isEqualTo(
            "penumbra: --label-column must go with --labels, but is alone; name the label file\n");
  }

  @Test
  void severalFilesHaveResultsAndAnInputFolderIsNoOutput() {
    Path out = folder.resolve("out");
    CommandLineRun files =
        CommandLineRun.of(
            "run",
            "smooth",
            set.resolve("a.png").toString(),
            set.resolve("b.png").toString(),
            "-o",
            out.toString());
    assertThat(files.code()).as(files.err()).isZero();
    assertThat(out).isDirectoryContaining("glob:**/a.png").isDirectoryContaining("glob:**/b.png");
    CommandLineRun same = CommandLineRun.of("run", "smooth", set.toString(), "-o", set.toString());
    assertThat(same.code()).isEqualTo(2);
    assertThat(same.err())
        .startsWith("penumbra: the output must not be an input, but is ")
        .hasLineCount(1);
  }

  @Test
  void masksAreLeftOutOfRunsAndTold() throws IOException {
    Path images = Files.createDirectories(set.resolve("COVID/images"));
    Path masks = Files.createDirectories(set.resolve("COVID/masks"));
    Files.move(set.resolve("a.png"), images.resolve("a.png"));
    Files.move(set.resolve("b.png"), masks.resolve("a.png"));
    CommandLineRun run =
        CommandLineRun.of("run", "smooth", set.toString(), "-o", folder.resolve("out").toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("penumbra: 1 mask beside images is left out; name their folder");
    assertThat(CommandLineRun.of("info", set.toString()).out())
        .contains("COVID 1")
        .contains("masks        1 beside images, not counted");
  }
}
