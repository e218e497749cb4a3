package penumbra.datasets.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.io.ImageFiles;
import penumbra.io.dataset.Dataset;
import penumbra.io.dataset.Label;

class SetStatisticsTest {
  @TempDir private Path folder;

  private void image(String name, int... levels) throws IOException {
    byte[] pixels = new byte[levels.length];
    for (int i = 0; i < levels.length; i++) {
      pixels[i] = (byte) levels[i];
    }
    Path file = folder.resolve("set").resolve(name);
    Files.createDirectories(file.getParent());
    ImageFiles.write(NdArray.ofUint8(pixels, 2, levels.length / 2), file);
  }

  private SetStatistics statistics() throws IOException {
    return SetStatistics.of(
        folder.resolve("set"), Execution.ofThreads(2), ImageSurvey.Listener.SILENT);
  }

  @Test
  void imagesAndGroupsHaveTheirFigures() throws IOException {
    image("train/NORMAL/a.png", 0, 0, 10, 10);
    image("train/NORMAL/b.png", 20, 20, 40, 40);
    image("train/PNEUMONIA/c.png", 200, 200, 200, 200);
    image("test/NORMAL/d.png", 7, 8, 9, 10);
    SetStatistics statistics = statistics();
    assertThat(statistics.rows())
        .extracting(StatisticsRow::name)
        .containsExactly(
            "test/NORMAL/d.png",
            "train/NORMAL/a.png",
            "train/NORMAL/b.png",
            "train/PNEUMONIA/c.png");
    ImageStatistics first = statistics.rows().get(1).figures();
    assertThat(first.values().mean()).isEqualTo(5);
    assertThat(first.entropy()).isEqualTo(1);
    assertThat(first.percentiles()).hasSize(7).contains(5.0);
    Group normal = statistics.groups().getFirst();
    assertThat(normal.splitName() + "/" + normal.labelName()).isEqualTo("train/NORMAL");
    assertThat(normal.spread(Statistic.MEAN)).isEqualTo(new Group.Spread(5, 17.5, 17.5, 30, 12.5));
    assertThat(statistics.groups())
        .extracting(group -> group.splitName() + "/" + group.labelName())
        .containsExactly(
            "train/NORMAL",
            "train/PNEUMONIA",
            "test/NORMAL",
            "all/NORMAL",
            "all/PNEUMONIA",
            "all/all");
    assertThat(Objects.requireNonNull(statistics.levels().get(Label.NORMAL))[10]).isEqualTo(3);
    assertThat(Objects.requireNonNull(statistics.levels().get(Label.PNEUMONIA))[200]).isEqualTo(4);
  }

  @Test
  void tablesAndFiguresAreWrittenAndTheSameOnEveryRun() throws IOException {
    image("NORMAL/a.png", 0, 0, 10, 10);
    image("PNEUMONIA/b.png", 1, 2, 3, 4);
    statistics().write(folder.resolve("one"), Execution.ofThreads(2));
    statistics().write(folder.resolve("two"), Execution.ofThreads(2));
    for (String name :
        List.of(
            "images.csv",
            "images.parquet",
            "groups.csv",
            "groups.parquet",
            "histograms.png",
            "histograms.svg")) {
      assertThat(folder.resolve("two").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("one").resolve(name));
    }
    assertThat(folder.resolve("one/images.csv"))
        .content()
        .startsWith(
            "file,split,label,height,width,type,count,nan_count,infinite_count,min,max,mean,median,"
                + "standard_deviation,entropy,sharpness,p1,p5,p25,p50,p75,p95,p99\n"
                + "NORMAL/a.png,none,NORMAL,2,2,uint8,4,0,0,0.0,10.0,5.0,5.0,5.0,1.0,");
    assertThat(folder.resolve("one/groups.csv"))
        .content()
        .contains("none,NORMAL,uint8,1,mean,5.0,5.0,5.0,5.0,0.0\n");
  }

  @Test
  void valuesOfDifferentDepthsHaveNoCommonMean() throws IOException {
    image("NORMAL/a.png", 0, 0, 10, 10);
    short[] deep = {0, 0, 2570, 2570};
    ImageFiles.write(NdArray.ofUint16(deep, 2, 2), folder.resolve("set/NORMAL/b.png"));
    Files.writeString(folder.resolve("set/NORMAL/c.pgm"), "P2 2 2 4095 0 0 161 161");

    SetStatistics apart = statistics();
    assertThat(apart.groups())
        .extracting(Group::depth)
        .containsExactly("uint16", "uint16 up to 4095", "uint8");
    assertThat(apart.groups().getLast().spread(Statistic.MEAN).mean()).isEqualTo(5);
    assertThat(apart.groups().getFirst().spread(Statistic.MEAN).mean()).isEqualTo(1285);

    SetStatistics common =
        SetStatistics.of(
            Dataset.list(folder.resolve("set")),
            true,
            Execution.ofThreads(1),
            ImageSurvey.Listener.SILENT);
    assertThat(common.groups()).hasSize(1);
    assertThat(common.groups().getFirst().spread(Statistic.MEAN).mean())
        .isCloseTo(5, org.assertj.core.api.Assertions.within(0.5));
  }

  @Test
  void infinityIsCountedAndLeftOut() throws IOException {
    Files.createDirectories(folder.resolve("set/NORMAL"));
    float[] values = {1, Float.POSITIVE_INFINITY, Float.NaN, 3};
    ImageFiles.write(NdArray.ofFloat32(values, 2, 2), folder.resolve("set/NORMAL/a.tif"));

    ImageStatistics figures = statistics().rows().getFirst().figures();
    assertThat(figures.values().infiniteCount()).isEqualTo(1);
    assertThat(figures.values().nanCount()).isEqualTo(1);
    assertThat(figures.values().max()).isEqualTo(3);
    assertThat(figures.values().standardDeviation()).isEqualTo(1);
    assertThat(figures.entropy()).isEqualTo(1);
  }

  @Test
  void aFileThatCannotBeReadStopsNoOther() throws IOException {
    image("NORMAL/a.png", 1, 2, 3, 4);
    Files.writeString(folder.resolve("set/NORMAL/b.png"), "no picture");
    SetStatistics statistics = statistics();
    assertThat(statistics.rows()).hasSize(1);
    assertThat(statistics.failures()).hasSize(1);
    assertThat(statistics.failures().getFirst().error()).hasMessageContaining("b.png must be a ");
  }

  @Test
  void archivesAreMeasuredInPlace() throws IOException {
    image("train/NORMAL/a.png", 0, 0, 10, 10);
    Path zip = folder.resolve("set.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("train/NORMAL/a.png"));
      out.write(Files.readAllBytes(folder.resolve("set/train/NORMAL/a.png")));
    }
    SetStatistics inside =
        SetStatistics.of(zip, Execution.ofThreads(1), ImageSurvey.Listener.SILENT);
    assertThat(inside.rows()).hasSize(1);
    assertThat(inside.rows().getFirst().figures())
        .isEqualTo(statistics().rows().getFirst().figures());
    assertThat(inside.rows().getFirst().name()).isEqualTo("train/NORMAL/a.png");
  }

  @Test
  void aFolderWithoutImagesIsRefused() throws IOException {
    Files.createDirectories(folder.resolve("set"));
    assertThatThrownBy(this::statistics)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must hold images");
  }
}
