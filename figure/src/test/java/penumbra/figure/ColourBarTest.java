package penumbra.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.core.NdArray;

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
    assertThat(rgb(pixels, (int) (2 * bar.y()) - 5, x)).isEqualTo(0xFDE725);
    assertThat(rgb(pixels, (int) (2 * bar.bottom()) + 4, x)).isEqualTo(0x440154);
    assertThat(FigureSvg.render(figure)).contains("fill=\"#fde725\"", "fill=\"#440154\"");
    assertThat(FigureSvg.render(figure(-10, 20))).doesNotContain("fill=\"#fde725\"");
  }

  private static int rgb(NdArray pixels, int y, int x) {
    return (int) pixels.get(y, x, 0) << 16
        | (int) pixels.get(y, x, 1) << 8
        | (int) pixels.get(y, x, 2);
  }
}
