package penumbra.cli.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.cli.CommandLineRun;
import penumbra.cli.console.ExitCodes;
import penumbra.dicom.DataSet;
import penumbra.dicom.Tags;
import penumbra.dicom.file.DicomReader;

class DeidentifyCommandTest {
  @TempDir private Path folder;

  private Path phantoms() {
    Path out = folder.resolve("phantoms");
    assertThat(CommandLineRun.of("phantom", "-o", out.toString(), "-n", "1").code()).isZero();
    return out.resolve("chest_xray");
  }

  private static Path onlyFile(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).reduce((_, second) -> second).orElseThrow();
    }
  }

  @Test
  void phantomsAreWrittenAndDeidentified() throws IOException {
    Path images = phantoms();
    Path out = folder.resolve("out");
    Path key = folder.resolve("key");
    Path report = folder.resolve("report.txt");
    Files.write(key, new byte[32]);
    CommandLineRun run =
        CommandLineRun.of(
            "deidentify",
            images.toString(),
            "-o",
            out.toString(),
            "--shift-dates",
            "-1",
            "--key",
            key.toString(),
            "--report",
            report.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo("1 image de-identified; text burnt into pixels is not detected: look at them\n");
    DataSet clean = DicomReader.read(onlyFile(out)).data();
    assertThat(clean.text(Tags.STUDY_DATE)).hasValue("19991231");
    assertThat(clean.text(Tags.PATIENT_ID).orElseThrow()).startsWith("ANON-");
    assertThat(report).content().contains("(0008,0020) Study Date: shifted");
  }

  @Test
  void datesAreKeptOrShiftedButNotBoth() {
    CommandLineRun run =
        CommandLineRun.of("deidentify", "a", "-o", "b", "--keep-dates", "--shift-dates", "3");
    assertThat(run.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(run.err()).contains("mutually exclusive");
  }

  @Test
  void aFileThatFailsIsNamedAndTheExitCodeTells() throws IOException {
    Path text = folder.resolve("notes.txt");
    Files.writeString(text, "no DICOM at all");
    CommandLineRun run =
        CommandLineRun.of("deidentify", text.toString(), "-o", folder.resolve("out").toString());
    assertThat(run.code()).isEqualTo(ExitCodes.SOME_FAILED);
    assertThat(run.err()).startsWith("penumbra: " + text + " must be a DICOM file");
  }

  @Test
  void phantomsOfOddDepthAreRefused() {
    CommandLineRun run =
        CommandLineRun.of("phantom", "-o", folder.resolve("x").toString(), "--bits", "17");
    assertThat(run.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(run.err())
        .isEqualTo("penumbra: --bits must be from 8 to 16, but is 17; 12 and 16 are usual\n");
  }
}
