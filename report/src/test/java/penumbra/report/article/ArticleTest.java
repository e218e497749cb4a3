package penumbra.report.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.filter.GaussianGradientMagnitude;
import penumbra.core.filter.GaussianLaplace;
import penumbra.io.ImageFiles;
import penumbra.io.format.UnreadableFileException;
import penumbra.io.npy.Npy;
import penumbra.report.html.ReportCheck;

class ArticleTest {
  @TempDir Path folder;
  private Path set;
  private Path out;

  @BeforeEach
  void nameFolders() {
    set = folder.resolve("set");
    out = folder.resolve("out");
  }

  @Test
  void writesTheReportAndAllItSpeaksOf() throws IOException {
    writeSet(11);
    ArticleResult result = run(9, true);
    assertThat(result.failures()).isEmpty();
    assertThat(result.images()).isEqualTo(9);
    assertThat(result.report()).isEqualTo(out.resolve("report.html"));
    String page = Files.readString(result.report());
    assertThat(page)
        .contains("set: 11 images.", "Laplacian of Gaussian", "Pixel densities", "data:image/gif")
        .doesNotContain("8-bit picture goes in");
    ReportCheck check = ReportCheck.of(page);
    check.holds();
    assertThat(check.panels())
        .hasSize(1 + 1 + 4 + 4 + 4 + 2 + 4 + 3 + 9 + 9 + 3)
        .contains("As published (derivatives in uint8)", "Mask: x > 150");
    for (String figure : Article.FIGURE_NAMES) {
      assertThat(check.commands())
          .contains("penumbra article " + set + " -o " + out + " --figure " + figure);
    }
    assertThat(listing(out.resolve("figures")))
        .containsExactly(
            "canny-colormaps.png",
            "canny.png",
            "densities.png",
            "gaussian-gradient-magnitude.png",
            "grid.png",
            "laplacian-of-gaussian.png",
            "masks.png",
            "sobel-cmrmap.png",
            "sobel.png",
            "xray.png");
    assertThat(listing(out))
        .containsExactly("arrays", "figures", "first-ten.gif", "report.html", "statistics.json");
  }

  @Test
  void takesTrainBeforeTestAndCountsBothClasses() throws IOException {
    writeSet(4);
    run(2, false);
    JsonNode file = statistics();
    assertThat(file.at("/files/0").asText()).isEqualTo("train/NORMAL/00.png");
    assertThat(file.at("/files/3").asText()).isEqualTo("test/PNEUMONIA/03.png");
    assertThat(file.at("/counts/train/NORMAL").asInt()).isEqualTo(1);
    assertThat(file.at("/counts/test/PNEUMONIA").asInt()).isEqualTo(1);
    assertThat(file.at("/measured")).hasSize(2);
  }

  @Test
  void publishesTheBitsOfTheFilters() throws IOException {
    writeSet(1);
    run(1, true);
    Path arrays = out.resolve("arrays/train/NORMAL/00.png");
    NdArray pixels = picture(0);
    assertThat(Npy.read(arrays.resolve("pixels.npy")).sameBits(pixels)).isTrue();
    NdArray laplacian = GaussianLaplace.of(1).withOutputType(OutputType.SAME).apply(pixels);
    assertThat(Npy.read(arrays.resolve("laplacian-of-gaussian-published.npy")).sameBits(laplacian))
        .isTrue();
    NdArray gradient =
        GaussianGradientMagnitude.of(2).withOutputType(OutputType.SAME).apply(pixels);
    assertThat(
            Npy.read(arrays.resolve("gaussian-gradient-magnitude-published.npy"))
                .sameBits(gradient))
        .isTrue();
    JsonNode filter = statistics().at("/measured/0/filters/laplacian-of-gaussian");
    assertThat(filter.at("/published/sum").asDouble())
        .isEqualTo(java.util.Arrays.stream(laplacian.toDoubles()).sum());
    assertThat(filter.at("/overflowPercent").asDouble()).isBetween(50.0, 100.0);
  }

  @Test
  void namesWhatItCannotReadAndGoesOn() throws IOException {
    writeSet(3);
    Files.write(set.resolve("train/NORMAL/broken.png"), new byte[0]);
    ArticleResult result = run(9, false);
    assertThat(result.images()).isEqualTo(3);
    assertThat(result.failures())
        .singleElement()
        .asString()
        .contains("broken.png")
        .doesNotContain("\n");
    assertThat(Files.readString(result.report())).contains("broken.png");
    assertThat(statistics().at("/failures")).hasSize(1);
  }

  @Test
  void keepsSixteenBitsWhereAPictureHasThem() throws IOException {
    Files.createDirectories(set);
    short[] levels = new short[40 * 50];
    Random random = new Random(3);
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (short) random.nextInt(65536);
    }
    ImageFiles.write(NdArray.ofUint16(levels, 40, 50), set.resolve("deep.png"));
    run(1, false);
    String page = Files.readString(out.resolve("report.html"));
    assertThat(page).contains("16 bits", "\u22121 becomes 65535").doesNotContain("8 bits", "8-bit");
    JsonNode image = statistics().at("/measured/0");
    assertThat(image.at("/pixels/type").asText()).isEqualTo("uint16");
    assertThat(image.at("/mask/threshold").asDouble()).isEqualTo(38550);
    assertThat(image.at("/histogram/max").asDouble()).isEqualTo(65535);
  }

  @Test
  void givesTheSameBytesTwice() throws IOException {
    writeSet(2);
    run(2, false);
    byte[] first = Files.readAllBytes(out.resolve("report.html"));
    run(2, false);
    assertThat(Files.readAllBytes(out.resolve("report.html"))).isEqualTo(first);
  }

  @Test
  void drawsOneFigureWithTheSameBytes() throws IOException {
    writeSet(3);
    run(2, false);
    Path alone = folder.resolve("alone");
    for (String figure : Article.FIGURE_NAMES) {
      Path drawn =
          Article.drawFigure(
              ArticleRequest.of(set, alone).withLimit(2), figure, ArticleListener.SILENT);
      assertThat(drawn).isEqualTo(alone.resolve(Article.fileOf(figure)));
      assertThat(drawn).hasSameBinaryContentAs(out.resolve(Article.fileOf(figure)));
    }
    assertThat(listing(alone)).containsExactly("figures", "first-ten.gif");
  }

  @Test
  void namesTheFiguresWhereAnotherIsAskedFor() {
    ArticleRequest request = ArticleRequest.of(set, out);
    assertThatThrownBy(() -> Article.drawFigure(request, "sobbel", ArticleListener.SILENT))
        .hasMessageStartingWith("the figure must be one of xray, first-ten, laplacian-of-gaussian")
        .hasMessageEndingWith(", but is 'sobbel'; choose one of these");
  }

  @Test
  void refusesAFolderWithoutImages() throws IOException {
    Files.createDirectories(set);
    assertThatThrownBy(() -> run(9, false))
        .hasMessage(
            "the folder "
                + set
                + " must hold images, *.png, *.jpg, *.jpeg, *.jfif, *.jpe, *.npy, *.tif, *.tiff, *.nii, *.nii.gz, *.pgm, *.ppm, *.pbm, *.pnm, *.bmp, *.dib, *.dcm, *.dicom, *.dic or *.ima, but is without one; name the folder of a"
                + " data set");
    assertThat(out).doesNotExist();
  }

  @Test
  void refusesToWriteAmongTheImages() {
    assertThatThrownBy(() -> ArticleRequest.of(set, set.resolve("report")))
        .hasMessage(
            "the output folder must not lie in the folder of images "
                + set
                + ", but is "
                + set.resolve("report")
                + "; choose a folder beside it, or its pictures would be taken for radiographs next"
                + " time");
  }

  @Test
  void refusesToWriteAmongTheImagesThroughALink() throws IOException {
    writeSet(1);
    out = Files.createSymbolicLink(folder.resolve("link"), set).resolve("new/report");
    assertThatThrownBy(() -> run(1, false))
        .hasMessageStartingWith("the output folder must not lie in the folder of images " + set);
    assertThat(out).doesNotExist();
  }

  @Test
  void namesTheFileThatIsInTheWayOfTheReport() throws IOException {
    writeSet(1);
    Path file = Files.createFile(folder.resolve("file"));
    out = file.resolve("a/b");
    assertThatThrownBy(() -> run(1, false))
        .hasMessage(file + " must be a folder, but a file is in the way; name another output");
  }

  @Test
  void saysTheFirstReasonWhereNoImageCanBeRead() throws IOException {
    Files.createDirectories(set);
    Files.createFile(set.resolve("a.png"));
    Files.createFile(set.resolve("b.png"));
    assertThatThrownBy(() -> run(1, false))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessage(
            set
                + " must hold an image that can be read, but has none in 2; the first: "
                + set.resolve("a.png")
                + " must hold a picture or an array, but is empty; copy or download it again");
    assertThat(out).doesNotExist();
  }

  @Test
  void isTheSameInEveryLanguage() throws IOException {
    writeSet(1);
    run(1, false);
    byte[] report = Files.readAllBytes(out.resolve("report.html"));
    Locale before = Locale.getDefault();
    try {
      for (String language : List.of("fa", "tr", "de")) {
        Locale.setDefault(Locale.forLanguageTag(language));
        run(1, false);
        assertThat(Files.readAllBytes(out.resolve("report.html"))).isEqualTo(report);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void refusesALimitOfNothing() {
    assertThatThrownBy(() -> ArticleRequest.of(set, out).withLimit(0))
        .hasMessage("limit must be at least 1, but is 0; give the number of images to filter");
  }

  private ArticleResult run(int limit, boolean arrays) throws IOException {
    return Article.run(
        ArticleRequest.of(set, out).withArrays(arrays).withLimit(limit), ArticleListener.SILENT);
  }

  private JsonNode statistics() throws IOException {
    return new ObjectMapper().readTree(Files.readString(out.resolve("statistics.json")));
  }

  private void writeSet(int count) throws IOException {
    String[] places = {"train/NORMAL", "train/PNEUMONIA", "test/NORMAL", "test/PNEUMONIA"};
    for (int i = 0; i < count; i++) {
      Path place = Files.createDirectories(set.resolve(places[i % places.length]));
      ImageFiles.write(picture(i), place.resolve(String.format("%02d.png", i)));
    }
  }

  /// A bright disc with noise.
  private static NdArray picture(int seed) {
    int height = 60 + seed;
    int width = 70;
    Random random = new Random(seed);
    byte[] levels = new byte[height * width];
    for (int i = 0; i < levels.length; i++) {
      int row = i / width;
      double distance = Math.hypot(row - height / 2.0, i % width - width / 2.0);
      levels[i] =
          (byte) (distance < 20 + seed ? 180 + random.nextInt(20) : 40 + random.nextInt(20));
    }
    return NdArray.ofUint8(levels, height, width);
  }

  private static List<String> listing(Path place) throws IOException {
    List<String> names = new ArrayList<>();
    try (var entries = Files.list(place)) {
      entries.map(entry -> entry.getFileName().toString()).sorted().forEach(names::add);
    }
    return names;
  }
}
