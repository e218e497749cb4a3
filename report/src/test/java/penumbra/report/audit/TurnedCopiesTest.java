package penumbra.report.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.core.NdArray;
import penumbra.datasets.audit.Audit;
import penumbra.datasets.audit.AuditListener;
import penumbra.datasets.audit.AuditRequest;
import penumbra.datasets.audit.check.Finding;

/// Copies that are turned or mirrored, and negatives in sets of cropped pictures.
class TurnedCopiesTest {
  private static final int COUNT = 80;

  @TempDir private Path folder;

  private List<Finding> findings(Path set, String check) throws IOException {
    return Audit.run(AuditRequest.of(set, folder.resolve("out")), AuditListener.SILENT)
        .answers()
        .stream()
        .filter(answer -> answer.check().equals(check))
        .flatMap(answer -> answer.findings().stream())
        .toList();
  }

  @Test
  void turnedAndMirroredCopiesAreFoundInOtherSplitsEachInItsWords() throws IOException {
    Path set = Phantoms.write(folder.resolve("chest_xray"), COUNT);
    List<String> words =
        List.of(
            "turned by 90 degrees",
            "turned by 180 degrees",
            "turned by 270 degrees",
            "mirrored",
            "mirrored top to bottom",
            "mirrored and turned by 90 degrees",
            "mirrored and turned by 270 degrees");
    boolean[][] turns = {
      {true, false, true},
      {false, true, true},
      {true, true, false},
      {false, false, true},
      {false, true, false},
      {true, true, true},
      {true, false, false}
    };
    for (int i = 0; i < turns.length; i++) {
      // Of train, and before their copies by name.
      NdArray picture = Phantoms.read(set.resolve(Phantoms.name(12 * i)));
      NdArray turned = Phantoms.turned(picture, turns[i][0], turns[i][1], turns[i][2]);
      Phantoms.jpeg(set.resolve("val/NORMAL/IM-" + (9000 + i) + "-0001.jpeg"), turned, 70);
    }
    List<Finding> found = findings(set, "near-duplicates");
    assertThat(found).hasSize(turns.length);
    for (int i = 0; i < turns.length; i++) {
      String copy = "val/NORMAL/IM-" + (9000 + i) + "-0001.jpeg";
      Finding finding =
          found.stream().filter(one -> one.files().contains(copy)).findFirst().orElseThrow();
      assertThat(finding.files()).containsExactly(Phantoms.name(12 * i), copy);
      assertThat(finding.severity()).isEqualTo(Finding.Severity.DEFECT);
      assertThat(finding.text())
          .startsWith(
              "2 files show the same picture, one of them " + words.get(i) + ", across splits;");
    }
  }

  @Test
  void aMirroredNegativeIsFoundAmongAFew() throws IOException {
    Path set = Phantoms.write(folder.resolve("chest_xray"), 12);
    NdArray picture = Phantoms.read(set.resolve(Phantoms.name(1)));
    NdArray negative = Phantoms.toned(picture, v -> 255 - v);
    Phantoms.jpeg(
        set.resolve("train/PNEUMONIA/person999_virus_1.jpeg"),
        Phantoms.turned(negative, false, false, true));
    List<Finding> found = findings(set, "near-duplicates");
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().text())
        .startsWith(
            "2 files show the same picture, one of them as a negative, one of them mirrored;");
  }

  @ParameterizedTest
  @CsvSource({"0.8, 1, 1", "0.6, 0.9, 2", "0.5, 0.8, 3", "0.7, 0.7, 4"})
  void negativesAreFoundAmongCroppedPicturesAndNoOthers(double least, double most, int seed)
      throws IOException {
    Path set = folder.resolve("cropped");
    var random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      NdArray picture = crop(Phantoms.picture(20000 + i, i % 2 == 1), least, most, random);
      boolean planted = i == 7 || i == 22;
      Phantoms.jpeg(
          set.resolve("train/NORMAL/IM-" + (1000 + i) + "-0001.jpeg"),
          planted ? Phantoms.toned(picture, v -> 255 - v) : picture);
    }
    assertThat(findings(set, "inverted"))
        .flatExtracting(Finding::files)
        .containsExactlyInAnyOrder(
            "train/NORMAL/IM-1007-0001.jpeg", "train/NORMAL/IM-1022-0001.jpeg");
  }

  private static NdArray crop(NdArray picture, double least, double most, Random random) {
    double high = least + (most - least) * random.nextDouble();
    double wide = least + (most - least) * random.nextDouble();
    int rows = (int) (picture.length(0) * (1 - high));
    int columns = (int) (picture.length(1) * (1 - wide));
    int top = (int) (rows * random.nextDouble());
    int left = (int) (columns * random.nextDouble());
    return Phantoms.cropped(picture, top, columns - left, rows - top, left);
  }
}
