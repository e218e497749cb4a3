package penumbra.figure.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import penumbra.core.NdArray;
import penumbra.figure.DensityPanel;
import penumbra.figure.Figure;
import penumbra.figure.ImagePanel;
import penumbra.figure.canvas.SvgCanvas;

class FigureSvgTest {
  @Test
  void theDocumentIsWellFormedWhateverTheTitleSays() throws Exception {
    Figure figure = Figure.of(picture("a < b & \"c\" > \u0001d")).withTitle("σ < 1 & \"more\"");
    Document document = parse(FigureSvg.render(figure));
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("σ < 1 & \"more\"");
  }

  @Test
  void letteringIsPathsThatKeepTheirWords() throws Exception {
    String svg = FigureSvg.render(Figure.of(picture("Chest")).withTitle("Radiograph"));
    assertThat(svg).contains("<path aria-label=\"Chest\"", "<path aria-label=\"Radiograph\"");
    assertThat(parse(svg).getElementsByTagName("text").getLength()).isZero();
  }

  @Test
  void picturesAreEmbeddedAtTwoPixelsAPoint() throws Exception {
    Figure figure = Figure.row(picture("one"), picture("two")).withPanelWidth(100);
    NodeList images = parse(FigureSvg.render(figure)).getElementsByTagName("image");
    assertThat(images.getLength()).isEqualTo(2);
    String data = ((Element) images.item(0)).getAttribute("xlink:href");
    assertThat(data).startsWith("data:image/png;base64,");
    byte[] png = Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1));
    var image = ImageIO.read(new java.io.ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(200);
    assertThat(image.getHeight()).isEqualTo(200);
  }

  @Test
  void thePageIsAsLargeAsInPixels() throws Exception {
    Figure figure = Figure.of(picture("one"));
    Element svg = parse(FigureSvg.render(figure)).getDocumentElement();
    NdArray pixels = FigurePng.pixels(figure, 1);
    assertThat(svg.getAttribute("width")).isEqualTo("" + pixels.length(1));
    assertThat(svg.getAttribute("height")).isEqualTo("" + pixels.length(0));
  }

  /// Layout, numbers and outlines of letters are the same everywhere. A change of the design
  /// changes this digest, and only such a change may.
  @Test
  void aPlotHasTheSameBytesOnEveryMachine() throws Exception {
    long[] counts = LongStream.range(0, 256).map(i -> i * (255 - i)).toArray();
    Figure figure =
        Figure.row(
                DensityPanel.of("Pixel density", 0, 255, counts).withAxisLabels("grey", "pixels"),
                DensityPanel.of("Bars", -1, 1, 0.25, 1e-3, 3).withStyle(DensityPanel.Style.BARS))
            .withTitle("Two plots")
            .withCaption("Made twice, equal twice: 10⁻³ σ − 1.");
    byte[] svg = FigureSvg.render(figure).getBytes(StandardCharsets.UTF_8);
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(svg)))
        .isEqualTo("fc625c4a78b1f8de303b446cf6dcff7b38ae5deed5bb0827df2f2d75c47945af");
  }

  @ParameterizedTest
  @CsvSource({"0,0", "-0.001,0", "1.5,1.5", "-2.25,-2.25", "3.049,3.05", "1.999,2", "-0.04,-0.04"})
  void numbersAreShort(double value, String text) {
    assertThat(SvgCanvas.number(value)).isEqualTo(text);
  }

  private static ImagePanel picture(String title) {
    return ImagePanel.of(title, NdArray.ofUint8(new byte[] {0, 50, 100, (byte) 150}, 2, 2));
  }

  private static Document parse(String svg) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }
}
