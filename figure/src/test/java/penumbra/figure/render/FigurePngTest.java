package penumbra.figure.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import penumbra.core.NdArray;
import penumbra.figure.Figure;
import penumbra.figure.ImagePanel;
import penumbra.figure.canvas.Area;
import penumbra.figure.colour.Colormap;
import penumbra.figure.colour.Pixels;

class FigurePngTest {
  private static final int COLOUR_TYPE = 25;

  @Test
  void theSameFigureGivesTheSameBytes() {
    assertThat(FigurePng.render(figure("turbo"))).isEqualTo(FigurePng.render(figure("turbo")));
  }

  @Test
  void theFileHoldsThePixels() throws IOException {
    NdArray pixels = FigurePng.pixels(figure("turbo"), 2);
    var image = ImageIO.read(new ByteArrayInputStream(FigurePng.render(figure("turbo"))));
    assertThat(image.getHeight()).isEqualTo(pixels.length(0));
    assertThat(image.getWidth()).isEqualTo(pixels.length(1));
    int[] expected = Pixels.ofRgb(pixels);
    int[] actual =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    assertThat(IntStream.of(actual).map(rgb -> rgb & 0xFFFFFF).toArray()).isEqualTo(expected);
  }

  @Test
  void thePictureStandsInItsPlaceInTheColoursOfItsMap() {
    Figure figure = figure("turbo").withPanelWidth(64);
    RecordingCanvas drawn = RecordingCanvas.of(new FigureLayout(figure));
    Area place = drawn.pictures.getFirst();
    NdArray pixels = FigurePng.pixels(figure, 1);
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 16; x++) {
        int row = (int) place.y() + y * 4 + 1;
        int column = (int) place.x() + x * 4 + 1;
        int rgb =
            (int) pixels.get(row, column, 0) << 16
                | (int) pixels.get(row, column, 1) << 8
                | (int) pixels.get(row, column, 2);
        assertThat(rgb).isEqualTo(Colormap.named("turbo").rgb(y * 16 + x));
      }
    }
  }

  @Test
  void theScaleMultipliesThePixels() {
    NdArray once = FigurePng.pixels(figure("gray"), 1);
    NdArray thrice = FigurePng.pixels(figure("gray"), 3);
    assertThat(thrice.length(0)).isEqualTo(3 * once.length(0));
    assertThat(thrice.length(1)).isEqualTo(3 * once.length(1));
  }

  @Test
  void aFigureWithoutHuesIsAGreyFile() {
    assertThat(FigurePng.render(figure("gray"))[COLOUR_TYPE]).isEqualTo((byte) 0);
    assertThat(FigurePng.render(figure("turbo"))[COLOUR_TYPE]).isEqualTo((byte) 2);
  }

  @Test
  void textIsDrawn() {
    Figure plain = figure("gray");
    int withTitle = inked(FigurePng.pixels(plain.withTitle("MMMM"), 1));
    int withLongerTitle = inked(FigurePng.pixels(plain.withTitle("MMMMMMMM"), 1));
    assertThat(withLongerTitle - withTitle).isGreaterThan(50);
  }

  @Test
  void anRgbPictureIsShownAsItIs() {
    byte[] rgb = {10, 20, 30, 10, 20, 30, 10, 20, 30, 10, 20, 30};
    Figure figure = Figure.of(ImagePanel.of("", NdArray.ofUint8(rgb, 2, 2, 3)));
    NdArray pixels = FigurePng.pixels(figure, 1);
    int middle = pixels.length(0) / 2;
    assertThat(pixels.get(middle, middle, 0)).isEqualTo(10);
    assertThat(pixels.get(middle, middle, 1)).isEqualTo(20);
    assertThat(pixels.get(middle, middle, 2)).isEqualTo(30);
  }

  @Test
  void theScaleHasLimits() {
    assertThatThrownBy(() -> FigurePng.render(figure("gray"), 0))
        .hasMessage(
            "the number of pixels per point must be between 1 and 10, but is 0; 2 suits screens, 4"
                + " print");
  }

  private static int inked(NdArray pixels) {
    int count = 0;
    for (int rgb : Pixels.ofRgb(pixels)) {
      count += (rgb & 0xFF) < 0x80 ? 1 : 0;
    }
    return count;
  }

  private static Figure figure(String colormap) {
    byte[] ramp = new byte[256];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = (byte) i;
    }
    return Figure.of(
        ImagePanel.of("Ramp", NdArray.ofUint8(ramp, 16, 16), Colormap.named(colormap))
            .withColourBar(true)
            .withTicks(true));
  }
}
