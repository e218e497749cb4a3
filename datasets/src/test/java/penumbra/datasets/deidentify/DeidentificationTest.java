package penumbra.datasets.deidentify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.datasets.deidentify.Deidentification.Outcome;
import penumbra.dicom.DataSet;
import penumbra.dicom.DataSetBuilder;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.deidentify.Deidentifier;
import penumbra.dicom.deidentify.Retention;
import penumbra.dicom.file.DicomReader;
import penumbra.dicom.file.DicomWriter;

class DeidentificationTest {
  private static final Deidentifier DEIDENTIFIER =
      new Deidentifier(Retention.none(), new byte[16], "0.1.0");

  @TempDir private Path folder;

  private Path image(String name, String uid) throws IOException {
    DataSet data =
        new DataSetBuilder()
            .text(Tags.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.1")
            .text(Tags.SOP_INSTANCE_UID, uid)
            .text(Tags.SERIES_INSTANCE_UID, "1.2.3")
            .text(Tags.PATIENT_NAME, "DOE^JANE")
            .text(Tags.PATIENT_ID, "P1")
            .text(Tags.MODALITY, "CR")
            .shorts(Tags.PIXEL_DATA, 1, 2)
            .build();
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    DicomWriter.write(DicomObject.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, data), file);
    return file;
  }

  private static List<Outcome> run(List<Path> files, Path output) {
    List<Outcome> outcomes = new ArrayList<>();
    new Deidentification(DEIDENTIFIER, files, output).run(outcomes::add);
    return outcomes;
  }

  @Test
  void imagesOfASeriesLieTogetherUnderNamesThatNameNobody() throws IOException {
    Path out = folder.resolve("out");
    List<Outcome> outcomes =
        run(List.of(image("doe/1.dcm", "1.2.3.1"), image("doe/2.dcm", "1.2.3.2")), out);
    assertThat(outcomes).hasOnlyElementsOfType(Outcome.Done.class);
    Path first = ((Outcome.Done) outcomes.get(0)).target();
    Path second = ((Outcome.Done) outcomes.get(1)).target();
    assertThat(first.getParent()).isEqualTo(second.getParent());
    assertThat(out.relativize(first).toString()).matches("2\\.25\\.\\d+/2\\.25\\.\\d+\\.dcm");
    assertThat(DicomReader.read(first).data().text(Tags.PATIENT_NAME).orElseThrow())
        .startsWith("ANON-");
  }

  @Test
  void oneFileMayGoToAFile() throws IOException {
    Path target = folder.resolve("clean.dcm");
    run(List.of(image("1.dcm", "1.2.3.1")), target);
    assertThat(target).isRegularFile();
  }

  @Test
  void oneBadFileStopsNoOther() throws IOException {
    Path broken = folder.resolve("broken.dcm");
    Files.writeString(broken, "no DICOM at all");
    Path good = image("good.dcm", "1.2.3.1");
    Path twin = image("twin.dcm", "1.2.3.1");
    List<Outcome> outcomes = run(List.of(broken, good, twin), folder.resolve("out"));
    assertThat(outcomes.get(0)).isInstanceOf(Outcome.Failed.class);
    assertThat(outcomes.get(1)).isInstanceOf(Outcome.Done.class);
    assertThat(((Outcome.Failed) outcomes.get(2)).error())
        .hasMessage(
            twin
                + " must be another image than "
                + good
                + ", but has the same SOP Instance UID; leave one of them out");
  }

  @Test
  void anInputIsNeverReplaced() throws IOException {
    Path file = image("1.dcm", "1.2.3.1");
    byte[] before = Files.readAllBytes(file);
    assertThat(run(List.of(file), file)).hasOnlyElementsOfType(Outcome.Failed.class);
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void ofAFolderTheDicomFilesAreTakenWhateverTheirNames() throws IOException {
    image("in/a/IM1", "1.2.3.1");
    image("in/b.dcm", "1.2.3.2");
    Files.writeString(folder.resolve("in/notes.txt"), "notes");
    DicomFiles files = DicomFiles.of(List.of(folder.resolve("in")));
    assertThat(files.files()).hasSize(2);
    assertThat(files.others()).isEqualTo(1);
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> DicomFiles.of(List.of(empty)))
        .hasMessage(
            empty
                + " must hold DICOM files, but is a folder without any; name another folder, or"
                + " single files");
  }

  @Test
  void theReportTellsWhatWasDoneAndNoValues() throws IOException {
    var report = new DeidentificationReport();
    run(List.of(image("1.dcm", "1.2.3.1")), folder.resolve("clean.dcm")).forEach(report::add);
    Path text = folder.resolve("report.txt");
    Path json = folder.resolve("report.json");
    report.write(text);
    report.write(json);
    assertThat(Files.readString(text))
        .contains("  (0010,0010) Patient's Name: replaced\n")
        .doesNotContain("DOE");
    assertThat(Files.readString(json))
        .contains("\"tag\": \"(0010,0010)\"", "\"treatment\": \"replaced\"")
        .doesNotContain("DOE");
  }

  @Test
  void severalFilesNeedAFolder() throws IOException {
    Path taken = image("taken.dcm", "1.2.3.1");
    Path other = image("other.dcm", "1.2.3.2");
    assertThatThrownBy(() -> new Deidentification(DEIDENTIFIER, List.of(taken, other), taken))
        .hasMessage(
            "the output must be a folder, or end in .dcm for one input, but is "
                + taken
                + "; name another");
  }
}
