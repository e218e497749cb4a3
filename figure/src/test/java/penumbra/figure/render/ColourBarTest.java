package penumbra.figure.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.core.NdArray;
import penumbra.figure.Figure;
import penumbra.figure.ImagePanel;
import penumbra.figure.canvas.Area;
import penumbra.figure.colour.Colormap;

class ColourBarTest {
  private static final NdArray IMAGE =
      NdArray.ofFloat64(new double[] {-10, 0, 5, 10, 20, Double.NaN}, 2, 3);
  private static final double ARROW = 9;

  private static List<Area> pictureAndBar(double min, double max) {
    return RecordingCanvas.of(new FigureLayout(figure(min, max))).pictures;
  }

  private static Figure figure(double min, double max) {
    ImagePanel panel = ImagePanel.of("", IMAGE, Colormap.named("viridis"));
    return Figure.of(panel.withRange(min, max).withColourBar(true)).withPanelWidth(300);
  }

  @Test
  void aBarOverAllValuesIsAsTallAsThePicture() {
    List<Area> areas = pictureAndBar(-10, 20);
    assertThat(areas.get(1).y()).isEqualTo(areas.get(0).y());
    assertThat(areas.get(1).height()).isEqualTo(areas.get(0).height());
  }

  @Test
  void aBarMakesRoomForAnArrowWhereValuesAreCutOff() {
    List<Area> above = pictureAndBar(-10, 10);
    assertThat(above.get(1).y()).isEqualTo(above.get(0).y() + ARROW);
    assertThat(above.get(1).bottom()).isEqualTo(above.get(0).bottom());
    List<Area> below = pictureAndBar(0, 20);
    assertThat(below.get(1).y()).isEqualTo(below.get(0).y());
    assertThat(below.get(1).bottom()).isEqualTo(below.get(0).bottom() - ARROW);
  }

  @Test
  void theArrowsReachFromTheBarToTheEndsOfThePicture() {
    RecordingCanvas drawn = RecordingCanvas.of(new FigureLayout(figure(0, 10)));
    Area picture = drawn.pictures.get(0);
    Area bar = drawn.pictures.get(1);
    assertThat(drawn.everything)
        .contains(
            new Rectangle2D.Double(bar.x(), picture.y(), bar.width(), ARROW),
            new Rectangle2D.Double(bar.x(), bar.bottom(), bar.width(), ARROW));
  }

  @Test
  void theArrowsHaveTheColoursOfTheEnds() {
    Figure figure = figure(0, 10);
    Area bar = RecordingCanvas.of(new FigureLayout(figure)).pictures.get(1);
    NdArray pixels = FigurePng.pixels(figure, 2);
    int x = (int) (2 * bar.centreX());
    assertHasColour(pixels, (int) (2 * bar.y()) - 5, x, 0xFD, 0xE7, 0x24);
    assertHasColour(pixels, (int) (2 * bar.bottom()) + 4, x, 0x44, 0x01, 0x54);
    assertThat(FigureSvg.render(figure)).contains("fill=\"#fde724\"", "fill=\"#440154\"");
    assertThat(FigureSvg.render(figure(-10, 20))).doesNotContain("fill=\"#fde724\"");
  }

  /// Within what the filler of antialiased shapes rounds.
  private static void assertHasColour(NdArray pixels, int y, int x, int... rgb) {
    for (int band = 0; band < rgb.length; band++) {
      assertThat((int) pixels.get(y, x, band)).isBetween(rgb[band] - 1, rgb[band] + 1);
    }
  }
}
