package penumbra.figure.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.figure.DensityPanel;
import penumbra.figure.Figure;
import penumbra.figure.ImagePanel;
import penumbra.figure.Panel;
import penumbra.figure.canvas.Area;

class FigureLayoutTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void nothingLeavesThePageAndNoTextsMeet(int seed) {
    var layout = new FigureLayout(randomFigure(new Random(seed)));
    RecordingCanvas drawn = RecordingCanvas.of(layout);
    var page = new Rectangle2D.Double(0, 0, layout.width(), layout.height());
    assertThat(drawn.everything).allMatch(page::contains);
    for (int i = 0; i < drawn.texts.size(); i++) {
      for (int j = 0; j < i; j++) {
        RecordingCanvas.Text one = drawn.texts.get(i);
        RecordingCanvas.Text other = drawn.texts.get(j);
        assertThat(one.bounds().intersects(other.bounds())).as(one + " " + other).isFalse();
      }
    }
    for (Area picture : drawn.pictures) {
      assertThat(drawn.texts)
          .noneMatch(text ->
              text.bounds()
                  .intersects(picture.x(), picture.y(), picture.width(), picture.height()));
    }
  }

  @Test
  void panelsOfAGridStandInLine() {
    List<ImagePanel> panels = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      String title = i == 4 ? "A title that needs more than the one line" : "Panel";
      panels.add(ImagePanel.of(title, image(40, 60)).withColourBar(i == 5).withTicks(i == 3));
    }
    RecordingCanvas drawn =
        RecordingCanvas.of(new FigureLayout(Figure.grid(3, 3, panels).withTitle("Over all")));
    List<Area> pictures = drawn.pictures.stream().filter(area -> area.width() > 20).toList();
    assertThat(pictures).hasSize(9);
    for (int i = 0; i < 9; i++) {
      assertThat(pictures.get(i).x()).isEqualTo(pictures.get(i % 3).x());
      assertThat(pictures.get(i).y()).isEqualTo(pictures.get(i / 3 * 3).y());
      assertThat(pictures.get(i).width()).isEqualTo(pictures.get(0).width());
    }
  }

  @Test
  void pixelsAreSquare() {
    RecordingCanvas drawn =
        RecordingCanvas.of(new FigureLayout(Figure.of(ImagePanel.of("", image(50, 100)))));
    assertThat(drawn.pictures)
        .singleElement()
        .satisfies(area -> assertThat(area.width()).isEqualTo(2 * area.height()));
  }

  @Test
  void aPlotBesideAPictureIsAsTall() {
    DensityPanel plot = DensityPanel.of("", 0, 255, 1L, 2L);
    double alone = new FigureLayout(Figure.row(plot, plot)).height();
    double beside = new FigureLayout(Figure.row(ImagePanel.of("", image(9, 9)), plot)).height();
    assertThat(beside).isGreaterThan(alone);
  }

  @Test
  void aFigureWithoutWordsKeepsNoRoomForThem() {
    Figure bare = Figure.of(ImagePanel.of("", image(50, 100)));
    var layout = new FigureLayout(bare);
    assertThat(layout.width()).isEqualTo(bare.panelWidth() + 32);
    assertThat(layout.height()).isEqualTo(bare.panelWidth() / 2 + 32);
    assertThat(new FigureLayout(bare.withTitle("Chest")).height()).isGreaterThan(layout.height());
    assertThat(new FigureLayout(bare.withCaption("Why")).height()).isGreaterThan(layout.height());
  }

  @Test
  void withoutAMarginPicturesEndWhereThePageEnds() {
    Figure bare = Figure.of(ImagePanel.of("", image(50, 100))).withMargin(0);
    var layout = new FigureLayout(bare);
    assertThat(layout.width()).isEqualTo(bare.panelWidth() + 1);
    Area picture = RecordingCanvas.of(layout).pictures.getFirst();
    assertThat(picture.x()).isEqualTo(0.5);
    assertThat(picture.right()).isEqualTo(layout.width() - 0.5);
  }

  private static NdArray image(int height, int width) {
    double[] ramp = new double[height * width];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = i;
    }
    return NdArray.of(DType.FLOAT32, ramp, height, width);
  }

  private static Figure randomFigure(Random random) {
    int rows = 1 + random.nextInt(3);
    int columns = 1 + random.nextInt(4);
    List<Panel> panels = new ArrayList<>();
    for (int i = random.nextInt(rows * columns) + 1; i > 0; i--) {
      panels.add(random.nextInt(3) == 0 ? randomPlot(random) : randomPicture(random));
    }
    return Figure.grid(rows, columns, panels)
        .withTitle(words(random, 30))
        .withCaption(words(random, 90))
        .withMargin(random.nextInt(20))
        .withPanelWidth(100 + random.nextInt(300));
  }

  private static Panel randomPicture(Random random) {
    int height = 1 + random.nextInt(60);
    int width = 1 + random.nextInt(60);
    double scale = Math.pow(10, random.nextInt(16) - 8);
    double[] values = random.doubles((long) height * width, -scale, scale).toArray();
    return ImagePanel.of(words(random, 12), NdArray.ofFloat64(values, height, width))
        .withRange(-scale * random.nextDouble(), scale * random.nextDouble())
        .withColourBar(random.nextBoolean())
        .withTicks(random.nextBoolean())
        .withCaption(words(random, 20));
  }

  private static Panel randomPlot(Random random) {
    double scale = Math.pow(10, random.nextInt(16) - 8);
    double[] values = random.doubles(1 + random.nextInt(40), 0, scale).toArray();
    DensityPanel.Style[] styles = DensityPanel.Style.values();
    return DensityPanel.of(words(random, 12), -random.nextInt(9), 1 + random.nextInt(9999), values)
        .withStyle(styles[random.nextInt(styles.length)])
        .withScale(
            random.nextBoolean() ? DensityPanel.Scale.LINEAR : DensityPanel.Scale.LOGARITHMIC)
        .withTop(scale * (0.1 + random.nextDouble()))
        .withAxisLabels(words(random, 1), words(random, 1))
        .withCaption(words(random, 20));
  }

  private static String words(Random random, int most) {
    return String.join(" ", Collections.nCopies(random.nextInt(most + 1), "Grating"));
  }
}
