package example.figure;

import penumbra.core.NdArray;
import penumbra.figure.colour.Colormap;
import penumbra.figure.Figure;
import penumbra.figure.render.FigurePng;
import penumbra.figure.render.FigureSvg;
import penumbra.figure.ImagePanel;

/** Draws a figure, with its lettering, as PNG and SVG. */
final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    NdArray picture = NdArray.ofUint8(new byte[] {1, 2, 3, 4, 5, 6}, 2, 3);
    Figure figure = Figure.of(ImagePanel.of("Steps", picture, Colormap.named("viridis")));
    byte[] png = FigurePng.render(figure);
    System.out.println(new String(png, 1, 3, java.nio.charset.StandardCharsets.US_ASCII));
    System.out.println(FigureSvg.render(figure).contains("<svg"));
  }
}
