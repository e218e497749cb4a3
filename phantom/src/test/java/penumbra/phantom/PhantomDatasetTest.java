package penumbra.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.io.ImageFiles;
import penumbra.io.dataset.Dataset;
import penumbra.io.dataset.Label;
import penumbra.io.dataset.Split;
import penumbra.phantom.PhantomDataset.Picture;

final class PhantomDatasetTest {
  private static final PhantomDataset SMALL =
      new PhantomDataset(
          List.of(
              new Picture(Split.TRAIN, "IM-0101-0001.jpeg", new ChestPhantom(1, 80, 100, false)),
              new Picture(Split.TRAIN, "person2_virus_5.png", new ChestPhantom(2, 90, 96, true)),
              new Picture(Split.TEST, "IM-0103-0001.png", new ChestPhantom(3, 70, 110, false))));

  @TempDir Path folder;

  @Test
  void theStandardSetHasSplitsClassesFormatsAndSizesAsKaggles() {
    List<Picture> pictures = PhantomDataset.standard().pictures();
    assertThat(pictures).hasSize(22);
    HashSet<String> sizes = new HashSet<>();
    HashSet<Long> seeds = new HashSet<>();
    HashSet<String> names = new HashSet<>();
    int ill = 0;
    int png = 0;
    for (Picture picture : pictures) {
      ChestPhantom phantom = picture.phantom();
      sizes.add(phantom.height() + "x" + phantom.width());
      seeds.add(phantom.seed());
      names.add(picture.name());
      ill += phantom.pneumonia() ? 1 : 0;
      png += picture.name().endsWith(".png") ? 1 : 0;
      assertThat(phantom.width()).isBetween(700, 1600);
      assertThat(phantom.height()).isBetween(500, 1500);
    }
    assertThat(sizes).hasSize(22);
    assertThat(seeds).hasSize(22);
    assertThat(names).hasSize(22).contains("IM-0101-0001.jpeg", "person8_bacteria_17.jpeg");
    assertThat(ill).isEqualTo(11);
    assertThat(png).isEqualTo(4);
  }

  @Test
  void aWrittenSetIsListedWithItsSplitsAndClasses() throws IOException {
    Path images = SMALL.write(folder, Execution.ofThreads(2), PhantomDataset.Progress.none());
    assertThat(images).isEqualTo(folder.resolve("chest_xray"));
    Dataset set = Dataset.list(images);
    assertThat(set.images()).hasSize(3);
    assertThat(set.count(Split.TRAIN, Label.NORMAL)).isEqualTo(1);
    assertThat(set.count(Split.TRAIN, Label.PNEUMONIA)).isEqualTo(1);
    assertThat(set.count(Split.TEST, Label.NORMAL)).isEqualTo(1);
  }

  @Test
  void picturesAndTruthAreReadBackAsRendered() throws IOException {
    SMALL.write(folder, Execution.ofThreads(2), PhantomDataset.Progress.none());
    PhantomImage expected = new ChestPhantom(2, 90, 96, true).render(Execution.ofThreads(1));
    Path place = Path.of("train", "PNEUMONIA");
    Path truth = folder.resolve("truth").resolve(place);
    expectFile(
        folder.resolve("chest_xray").resolve(place).resolve("person2_virus_5.png"),
        expected.display());
    expectFile(truth.resolve("person2_virus_5.edges.png"), expected.edges());
    expectFile(truth.resolve("person2_virus_5.lungs.png"), expected.lungMask());
    expectFile(truth.resolve("person2_virus_5.opacity.png"), expected.opacityMask());
  }

  @Test
  void theReadmeNamesEachPictureWithSizeAndSeed() throws IOException {
    SMALL.write(folder, Execution.ofThreads(1), PhantomDataset.Progress.none());
    assertThat(Files.readString(folder.resolve("README.txt")))
        .contains("No patient was X-rayed")
        .contains("train/NORMAL/IM-0101-0001.jpeg, 80 x 100, 1\n")
        .contains("train/PNEUMONIA/person2_virus_5.png, 90 x 96, 2\n")
        .contains("test/NORMAL/IM-0103-0001.png, 70 x 110, 3\n");
  }

  @Test
  void progressIsToldOncePerPicture() throws IOException {
    List<String> heard = new ArrayList<>();
    SMALL.write(folder, Execution.ofThreads(3), (done, all) -> heard.add(done + "/" + all));
    assertThat(heard).containsExactly("1/3", "2/3", "3/3");
  }

  private static void expectFile(Path file, NdArray expected) throws IOException {
    assertThat(ImageFiles.read(file).pixels().sameBits(expected)).as("%s", file).isTrue();
  }
}
