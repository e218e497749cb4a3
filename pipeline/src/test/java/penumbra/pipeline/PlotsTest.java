package penumbra.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import penumbra.core.NdArray;
import penumbra.figure.DensityPanel;
import penumbra.figure.Figure;
import penumbra.figure.ImagePanel;
import penumbra.figure.ValueRange;
import penumbra.pipeline.Plots.Titled;

class PlotsTest {
  private static final NdArray BYTES = NdArray.ofUint8(new byte[] {10, 20, 30, 40}, 2, 2);
  private static final NdArray REAL = NdArray.ofFloat32(new float[] {-5, 0, 5, 300}, 2, 2);

  private static List<Titled> both() {
    return List.of(new Titled("a", BYTES), new Titled("b", REAL));
  }

  @Test
  void eightBitImagesAreShownFromBlackToWhiteAndOthersOverTheirRange() {
    Figure figure = Plots.grid(both(), 1, 2, Display.standard());
    assertThat(figure.panels())
        .map(panel -> ((ImagePanel) panel).range())
        .containsExactly(new ValueRange(0, 255), new ValueRange(-5, 300));
  }

  @Test
  void comparedImagesShareOneScale() {
    Figure figure = Plots.compare(both(), Display.standard(), true);
    assertThat(figure.panels()).hasSize(3);
    assertThat(figure.panels().subList(0, 2))
        .allSatisfy(
            panel -> assertThat(((ImagePanel) panel).range()).isEqualTo(new ValueRange(-5, 300)));
    ImagePanel difference = (ImagePanel) figure.panels().getLast();
    assertThat(difference.image().toDoubles()).containsExactly(-15, -20, -25, 260);
    assertThat(difference.range()).isEqualTo(new ValueRange(-260, 260));
  }

  @Test
  void histogramsFillASquareGrid() {
    List<Titled> nine = IntStream.range(0, 9).mapToObj(i -> new Titled("" + i, BYTES)).toList();
    Figure figure = Plots.histograms(nine, 256);
    assertThat(figure.rows()).isEqualTo(3);
    assertThat(figure.columns()).isEqualTo(3);
    DensityPanel panel = (DensityPanel) figure.panels().getFirst();
    assertThat(panel.min()).isZero();
    assertThat(panel.max()).isEqualTo(255);
    assertThat(panel.values()).hasSize(256).contains(1.0).startsWith(0.0);
  }

  @Test
  void aConstantArrayHasAHistogramToo() {
    NdArray flat = NdArray.ofFloat32(new float[] {7, 7}, 1, 2);
    Figure figure = Plots.histograms(List.of(new Titled("flat", flat)), 4);
    assertThat(((DensityPanel) figure.panels().getFirst()).values())
        .containsExactly(2.0, 0.0, 0.0, 0.0);
  }

  @Test
  void theNameSaysWhichFormAFigureHas() {
    Figure figure = Plots.grid(both(), 1, 2, Display.standard());
    assertThatThrownBy(() -> Plots.write(figure, Path.of("figure.pdf")))
        .hasMessage(
            "figure.pdf must end in .png or .svg, but ends otherwise; add one of these to the"
                + " name");
  }
}
