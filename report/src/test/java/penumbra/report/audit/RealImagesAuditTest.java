package penumbra.report.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.datasets.audit.Audit;
import penumbra.datasets.audit.AuditListener;
import penumbra.datasets.audit.AuditRequest;
import penumbra.datasets.audit.AuditResult;
import penumbra.datasets.audit.check.Finding;

/// Real radiographs of `../shared/data`, five of them of one patient.
class RealImagesAuditTest {
  private static final Path DATA = Path.of("../../shared/data");

  @TempDir private Path folder;

  @BeforeEach
  void needsData() {
    assumeTrue(Files.isDirectory(DATA), "needs ../shared/data beside the project");
  }

  private AuditResult audit(Path set, int threads) throws IOException {
    AuditRequest request = AuditRequest.of(set, folder.resolve("out"));
    AuditResult result =
        Audit.run(request.withExecution(Execution.ofThreads(threads)), AuditListener.SILENT);
    AuditReport.write(result);
    return result;
  }

  @Test
  void severalExposuresOfOnePatientAreNoDuplicates() throws IOException {
    AuditResult result = audit(DATA.resolve("nih"), 2);
    assertThat(result.images()).isEqualTo(5);
    assertThat(result.answers())
        .filteredOn(answer -> answer.check().endsWith("duplicates"))
        .allMatch(answer -> answer.findings().isEmpty());
  }

  @Test
  void changedCopiesOfRealRadiographsAreFound() throws IOException {
    Path set = folder.resolve("set");
    Path train = Files.createDirectories(set.resolve("train/NORMAL"));
    Path test = Files.createDirectories(set.resolve("test/NORMAL"));
    for (int i = 0; i < 5; i++) {
      String name = "00000011_00" + i + ".png";
      Files.copy(DATA.resolve("nih").resolve(name), train.resolve(name));
      NdArray picture = Phantoms.read(train.resolve(name));
      NdArray changed =
          switch (i) {
            case 0 -> Phantoms.toned(picture, v -> 255 * Math.pow(v / 255, 0.6));
            case 1 -> Phantoms.toned(picture, v -> 255 - v);
            case 2 -> picture;
            case 3 -> Phantoms.cropped(picture, 20, 0, 0, 20);
            default -> Phantoms.cropped(picture, 10, 10, 10, 10);
          };
      Phantoms.jpeg(test.resolve("copy" + i + ".jpeg"), changed, 50);
    }
    List<Finding> found =
        audit(set, 2).answers().stream()
            .filter(answer -> answer.check().equals("near-duplicates"))
            .flatMap(answer -> answer.findings().stream())
            .toList();
    assertThat(found).hasSize(5).allMatch(finding -> finding.files().size() == 2);
  }

  @Test
  void everyFileOfAMixedBagIsMeasuredOrNamedAndThreadsChangeNothing() throws IOException {
    AuditResult one = audit(DATA, 1);
    // The report names its folder, so both are made in one of the same name.
    Files.move(folder.resolve("out"), folder.resolve("one"));
    AuditResult two = audit(DATA, 2);
    assertThat(one.images()).isGreaterThan(25).isEqualTo(two.images());
    assertThat(one.failures()).isNotEmpty().allMatch(f -> f.error().getMessage() != null);
    for (String file :
        List.of("report.html", "findings.json", "findings.csv", "images.csv", "images.parquet")) {
      assertThat(folder.resolve("out").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("one").resolve(file));
    }
  }

  @Test
  void patientIdsOfDicomFilesAreNowhereInTheOutput() throws IOException {
    Path set = folder.resolve("set");
    for (String split : List.of("train", "test")) {
      Files.createDirectories(set.resolve(split));
      String name = split.equals("train") ? "RG1_J2KI.dcm" : "RG3_J2KR.dcm";
      Files.copy(DATA.resolve("dicom").resolve(name), set.resolve(split).resolve(name));
      Files.copy(
          DATA.resolve("dicom/CT_small.dcm"), set.resolve(split).resolve("ct-" + split + ".dcm"));
    }
    AuditResult result = audit(set, 2);
    assertThat(result.findings())
        .extracting(Finding::text)
        .anyMatch(text -> text.matches("DICOM's patient number \\d of this set has 2 images.*"));
    for (String file : List.of("report.html", "findings.json", "findings.csv", "images.csv")) {
      assertThat(folder.resolve("out").resolve(file)).content().doesNotContain("1CT1");
    }
  }
}
