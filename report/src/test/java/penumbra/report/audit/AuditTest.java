package penumbra.report.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.core.NdArray;
import penumbra.datasets.audit.Audit;
import penumbra.datasets.audit.AuditListener;
import penumbra.datasets.audit.AuditRequest;
import penumbra.datasets.audit.AuditResult;
import penumbra.datasets.audit.check.Finding;
import penumbra.datasets.audit.measure.Expectation;
import penumbra.io.ImageFiles;
import penumbra.report.html.ReportCheck;

/// Plants each defect among several hundred phantoms and looks whether the audit finds it, and
/// nothing in the set as it was.
class AuditTest {
  private static final int PHANTOMS = 240;
  private static final int HALF = PHANTOMS / 2;

  @TempDir private static Path shared;
  private static Path clean = Path.of("");

  @TempDir private Path folder;

  @BeforeAll
  static void simulate() {
    clean = Phantoms.write(shared.resolve("chest_xray"), PHANTOMS);
  }

  private AuditResult audit(Path set) throws IOException {
    AuditResult result =
        Audit.run(AuditRequest.of(set, folder.resolve("out")), AuditListener.SILENT);
    AuditReport.write(result);
    return result;
  }

  /// The first phantoms of the set.
  private Path copy(int count) throws IOException {
    Path set = folder.resolve("chest_xray");
    for (int i = 0; i < count; i++) {
      Path target = set.resolve(Phantoms.name(i));
      Files.createDirectories(target.getParent());
      Files.copy(clean.resolve(Phantoms.name(i)), target);
    }
    return set;
  }

  private static List<Finding> of(AuditResult result, String check) {
    return result.answers().stream()
        .filter(answer -> answer.check().equals(check))
        .flatMap(answer -> answer.findings().stream())
        .toList();
  }

  private static Set<String> files(List<Finding> findings) {
    Set<String> files = new TreeSet<>();
    findings.forEach(finding -> files.addAll(finding.files()));
    return files;
  }

  @Test
  void nothingIsFoundInACleanSet() throws IOException {
    AuditResult result = audit(clean);
    assertThat(result.images()).isEqualTo(PHANTOMS);
    assertThat(result.findings()).isEmpty();
    assertThat(folder.resolve("out"))
        .isDirectoryContaining("glob:**/report.html")
        .isDirectoryContaining("glob:**/images.parquet");
    String page = Files.readString(folder.resolve("out/report.html"));
    assertThat(page).contains("nothing found");
    ReportCheck.of(page).holds();
  }

  @Test
  void nearDuplicatesAreFoundAfterEveryChange() throws IOException {
    Path set = copy(HALF);
    String original = Phantoms.name(0);
    NdArray picture = Phantoms.read(set.resolve(original));
    int side = Math.max(2, picture.length(1) / 50);
    Path test = set.resolve("test/NORMAL");
    Phantoms.jpeg(
        test.resolve("IM-9001-0001.jpeg"),
        Phantoms.toned(picture, v -> 255 * Math.pow(v / 255, 0.6)));
    Phantoms.jpeg(
        test.resolve("IM-9002-0001.jpeg"),
        Phantoms.toned(picture, v -> 255 * Math.pow(v / 255, 1.7)));
    Phantoms.jpeg(test.resolve("IM-9003-0001.jpeg"), Phantoms.toned(picture, v -> v + 30));
    Phantoms.jpeg(test.resolve("IM-9004-0001.jpeg"), Phantoms.toned(picture, v -> 255 - v));
    Phantoms.jpeg(test.resolve("IM-9005-0001.jpeg"), picture, 50);
    int half = side / 2;
    Phantoms.jpeg(
        test.resolve("IM-9006-0001.jpeg"), Phantoms.cropped(picture, half, half, half, half));
    Phantoms.jpeg(
        test.resolve("IM-9007-0001.jpeg"), Phantoms.cropped(picture, side, side, side, side));
    Phantoms.jpeg(test.resolve("IM-9008-0001.jpeg"), Phantoms.cropped(picture, side, 0, 0, side));
    Phantoms.jpeg(
        test.resolve("IM-9009-0001.jpeg"),
        Phantoms.toned(Phantoms.cropped(picture, 0, side, 0, 0), v -> 255 - 0.8 * v),
        50);
    List<Finding> found = of(audit(set), "near-duplicates");
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().severity()).isEqualTo(Finding.Severity.DEFECT);
    assertThat(found.getFirst().files()).hasSize(10).contains(original);
    assertThat(found.getFirst().text())
        .startsWith("10 files show the same picture, one of them as a negative, across splits");
  }

  @Test
  void eachChangeIsFoundInEveryTenthPhantom() throws IOException {
    Path set = copy(PHANTOMS);
    int planted = 0;
    for (int i = 0; i < PHANTOMS; i += 10) {
      NdArray picture = Phantoms.read(set.resolve(Phantoms.name(i)));
      int lines = Math.max(1, (int) Math.rint(picture.length(0) * 0.02));
      NdArray changed =
          switch (i / 10 % 5) {
            case 0 -> Phantoms.toned(picture, v -> 255 * Math.pow(v / 255, 0.7));
            case 1 -> Phantoms.toned(picture, v -> 255 - v);
            case 2 -> Phantoms.cropped(picture, lines, 0, 0, lines);
            case 3 -> Phantoms.cropped(picture, 0, lines, lines, 0);
            default -> Phantoms.toned(picture, v -> v - 20);
          };
      String name = "train/NORMAL/IM-" + (8000 + i) + "-0001.jpeg";
      Phantoms.jpeg(set.resolve(name), changed, 50 + i / 6);
      planted++;
    }
    List<Finding> found = of(audit(set), "near-duplicates");
    assertThat(found).hasSize(planted).allMatch(finding -> finding.files().size() == 2);
  }

  @Test
  void copiesPatientsAndFilesThatLieWrongAreFound() throws IOException {
    Path set = copy(HALF);
    Path train = set.resolve("train/NORMAL");
    Files.copy(
        set.resolve(Phantoms.name(0)), set.resolve("test/PNEUMONIA/person9001_virus_1.jpeg"));
    Path nested = set.resolve("chest_xray").resolve(Phantoms.name(2));
    Files.createDirectories(nested.getParent());
    Files.copy(set.resolve(Phantoms.name(2)), nested);
    Phantoms.jpeg(
        set.resolve("test/PNEUMONIA/person1_virus_77.jpeg"), Phantoms.picture(10001, true));
    Path png = folder.resolve("picture.png");
    ImageFiles.write(Phantoms.picture(10002, false), png);
    Files.copy(png, train.resolve("IM-9002-0001.jpeg"));
    Files.copy(set.resolve(Phantoms.name(4)), folder.resolve("whole"));
    byte[] whole = Files.readAllBytes(folder.resolve("whole"));
    Files.write(train.resolve("IM-9003-0001.jpeg"), Arrays.copyOf(whole, whole.length / 2));
    Files.createFile(train.resolve("IM-9004-0001.jpeg"));
    Phantoms.jpeg(set.resolve("IM-9005-0001.jpeg"), Phantoms.picture(10003, false));

    AuditResult result = audit(set);

    ReportCheck check = ReportCheck.of(Files.readString(folder.resolve("out/report.html")));
    check.holds();
    assertThat(check.panels()).contains(Phantoms.name(0));
    assertThat(check.commands()).contains("penumbra audit " + set + " -o " + folder.resolve("out"));
    assertThat(of(result, "exact-duplicates")).hasSize(1);
    assertThat(of(result, "exact-duplicates").getFirst().text())
        .isEqualTo("2 files have the same bytes, across splits and classes.");
    assertThat(files(of(result, "nested-copies")))
        .containsExactly("chest_xray/" + Phantoms.name(2));
    assertThat(files(of(result, "patients")))
        .containsExactly(
            "test/PNEUMONIA/person1_virus_77.jpeg", "train/PNEUMONIA/person1_bacteria_3.jpeg");
    assertThat(of(result, "patients").getFirst().text())
        .isEqualTo("Patient person1 (Kaggle) has 2 images, in test and train.");
    assertThat(of(result, "mislabelled").getFirst().text())
        .isEqualTo("The name says JPEG, but it is PNG.");
    assertThat(files(of(result, "mislabelled"))).containsExactly("train/NORMAL/IM-9002-0001.jpeg");
    assertThat(files(of(result, "form"))).containsExactly("train/NORMAL/IM-9002-0001.jpeg");
    assertThat(files(of(result, "unreadable")))
        .containsExactly("train/NORMAL/IM-9003-0001.jpeg", "train/NORMAL/IM-9004-0001.jpeg");
    assertThat(files(of(result, "stray"))).containsExactly("IM-9005-0001.jpeg");
    assertThat(of(result, "near-duplicates")).isEmpty();
  }

  @Test
  void oddPicturesAreFoundAndOnlyThese() throws IOException {
    Path set = copy(HALF);
    Path train = set.resolve("train/NORMAL");
    Phantoms.jpeg(train.resolve("IM-9101-0001.jpeg"), Phantoms.flat(0));
    Phantoms.jpeg(train.resolve("IM-9102-0001.jpeg"), Phantoms.flat(255));
    Phantoms.jpeg(train.resolve("IM-9103-0001.jpeg"), Phantoms.flat(90));
    NdArray picture = Phantoms.picture(10011, false);
    Phantoms.jpeg(train.resolve("IM-9104-0001.jpeg"), Phantoms.blurred(picture, 4));
    Phantoms.jpeg(
        train.resolve("IM-9105-0001.jpeg"),
        Phantoms.toned(Phantoms.picture(10012, false), v -> 255 - v));
    Phantoms.jpeg(
        train.resolve("IM-9106-0001.jpeg"), Phantoms.barred(Phantoms.picture(10013, false), 16));
    NdArray wide = Phantoms.picture(10014, false);
    Phantoms.jpeg(
        train.resolve("IM-9107-0001.jpeg"),
        Phantoms.cropped(wide, 0, 0, wide.length(0) * 3 / 4, 0));

    AuditResult result = audit(set);

    assertThat(of(result, "blank"))
        .extracting(Finding::text)
        .containsExactly(
            "The picture is black.", "The picture is white.", "The picture is of one grey level.");
    assertThat(files(of(result, "blurred"))).containsExactly("train/NORMAL/IM-9104-0001.jpeg");
    assertThat(files(of(result, "inverted"))).containsExactly("train/NORMAL/IM-9105-0001.jpeg");
    assertThat(files(of(result, "border"))).containsExactly("train/NORMAL/IM-9106-0001.jpeg");
    assertThat(of(result, "border").getFirst().text()).contains("left 16");
    assertThat(files(of(result, "size"))).containsExactly("train/NORMAL/IM-9107-0001.jpeg");
    assertThat(of(result, "near-duplicates")).isEmpty();
    assertThat(of(result, "exact-duplicates")).isEmpty();
  }

  @Test
  void exchangedFoldersOfASplitAreSuspected() throws IOException {
    Path set = copy(PHANTOMS);
    Path test = set.resolve("test");
    Files.move(test.resolve("NORMAL"), test.resolve("swap"));
    Files.move(test.resolve("PNEUMONIA"), test.resolve("NORMAL"));
    Files.move(test.resolve("swap"), test.resolve("PNEUMONIA"));
    List<Finding> found = of(audit(set), "swapped-labels");
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().text())
        .startsWith(
            "PNEUMONIA in test looks like what is not PNEUMONIA in the other splits: AUC 0.");
  }

  @Test
  void aBrighterClassAndCountsThatAreNotMetAreFound() throws IOException {
    Path set = copy(HALF);
    for (int i = 1; i < HALF; i += 2) {
      Path file = set.resolve(Phantoms.name(i));
      Phantoms.jpeg(file, Phantoms.toned(Phantoms.read(file), v -> 60 + 0.75 * v));
    }
    Files.delete(set.resolve(Phantoms.name(0)));
    Expectation expected =
        Expectation.of(List.of("train/NORMAL=40", "train/PNEUMONIA=40", "test/NORMAL=20"));
    AuditResult result =
        Audit.run(
            AuditRequest.of(set, folder.resolve("out")).withExpected(expected),
            AuditListener.SILENT);
    assertThat(of(result, "counts"))
        .extracting(Finding::text)
        .containsExactly(
            "train/NORMAL should have 40, but has 39 images.",
            "test/PNEUMONIA should not be there, but has 20 images.");
    assertThat(of(result, "shortcuts"))
        .extracting(Finding::text)
        .anyMatch(text -> text.startsWith("Brightness (mean level) is larger for PNEUMONIA: AUC "));
  }
}
