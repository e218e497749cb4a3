package penumbra.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.figure.DensityPanel;
import penumbra.figure.Figure;
import penumbra.figure.ImagePanel;
import penumbra.figure.Overlay;
import penumbra.figure.colour.Colormap;
import penumbra.figure.colour.ValueRange;
import penumbra.imaging.GridStyle.Percentiles;
import penumbra.imaging.Plots.HistogramAxis;
import penumbra.imaging.Plots.Titled;
import penumbra.io.pixel.Luma;

class PlotsTest {
  private static final NdArray BYTES = NdArray.ofUint8(new byte[] {10, 20, 30, 40}, 2, 2);
  private static final NdArray REAL = NdArray.ofFloat32(new float[] {-5, 0, 5, 300}, 2, 2);

  private static List<Titled> both() {
    return List.of(new Titled("a", BYTES), new Titled("b", REAL));
  }

  private static Figure grid(GridStyle look, Display... displays) {
    return Plots.grid(both(), 1, 2, List.of(displays), look);
  }

  private static List<ValueRange> ranges(Figure figure) {
    return figure.panels().stream().map(panel -> ((ImagePanel) panel).range()).toList();
  }

  private static Display display(String colormap, double vmin) {
    return new Display(Optional.of(colormap), OptionalDouble.of(vmin), OptionalDouble.empty());
  }

  @Test
  void eachPanelHasItsOwnColoursAndLimits() {
    Figure figure = grid(GridStyle.standard(), display("prism", 5), display("bone_r", -1));
    assertThat(figure.panels())
        .map(panel -> ((ImagePanel) panel).colormap())
        .containsExactly(Colormap.named("prism"), Colormap.named("bone_r"));
    assertThat(ranges(figure)).containsExactly(new ValueRange(5, 40), new ValueRange(-1, 300));
  }

  @Test
  void sharedLimitsReachFromTheLeastToTheGreatestOfAll() {
    var look = new GridStyle(true, Optional.empty(), true, true);
    assertThat(ranges(grid(look, Display.standard(), Display.standard())))
        .containsExactly(new ValueRange(-5, 300), new ValueRange(-5, 300));
    assertThat(ranges(grid(look, Display.standard(), display("gray", 0))))
        .containsExactly(new ValueRange(0, 300), new ValueRange(0, 300));
    assertThat(grid(look, Display.standard(), Display.standard()).panels())
        .allMatch(panel -> ((ImagePanel) panel).colourBar() && ((ImagePanel) panel).ticks());
  }

  @Test
  void percentilesLeaveTheExtremesOut() {
    var look = new GridStyle(false, Optional.of(new Percentiles(0, 50)), false, false);
    assertThat(ranges(grid(look, Display.standard(), Display.standard())))
        .containsExactly(new ValueRange(10, 25), new ValueRange(-5, 2.5));
  }

  @Test
  void aPictureInColourStaysSoUnlessAColormapIsAskedForIt() {
    NdArray colours = NdArray.ofUint8(new byte[] {(byte) 200, 10, 10, 10, 10, (byte) 200}, 1, 2, 3);
    List<Titled> twice = List.of(new Titled("a", colours), new Titled("b", colours));
    Display bone = new Display(Optional.of("bone"), OptionalDouble.empty(), OptionalDouble.empty());
    var look = new GridStyle(true, Optional.empty(), true, false);
    List<ImagePanel> panels = look.panels(twice, List.of(Display.standard(), bone));
    assertThat(panels.get(0).image().sameBits(colours)).isTrue();
    assertThat(panels.get(0).colourBar()).isFalse();
    assertThat(panels.get(1).image().sameBits(Luma.of(colours))).isTrue();
    assertThat(panels.get(1).colourBar()).isTrue();
  }

  @Test
  void differencesLieEvenlyAboutZeroAndFewExtremeOnesDoNotTakeTheColours() {
    double[] before = new double[1000];
    double[] after = new double[1000];
    for (int i = 0; i < after.length; i++) {
      after[i] = i % 2 == 0 ? 3 : -3;
    }
    after[7] = -500;
    NdArray change =
        Differences.between(NdArray.ofFloat64(before, 10, 100), NdArray.ofFloat64(after, 10, 100));
    ImagePanel robust = Differences.panel("", change, 99.5);
    assertThat(robust.range()).isEqualTo(new ValueRange(-3, 3));
    assertThat(robust.caption()).isEqualTo("the most extreme 0.5 % in the end colours");
    ImagePanel all = Differences.panel("", change, 100);
    assertThat(all.range()).isEqualTo(new ValueRange(-500, 500));
    assertThat(all.caption()).isEmpty();
  }

  @Test
  void masksLieOverThePictureInTheirColours() {
    NdArray mask = NdArray.ofUint8(new byte[] {0, 1, 0, 0}, 2, 2);
    NdArray other = NdArray.ofFloat32(new float[] {0, 0, 9, 0.5f}, 2, 2);
    Figure figure =
        Plots.overlay(
            new Titled("a", BYTES),
            List.of(mask, other),
            List.of(Overlay.of("#0A0B0C"), new Overlay(0x6496C8, 0.5, 0.5)),
            Display.standard(),
            Execution.ofThreads(2));
    assertThat(((ImagePanel) figure.panels().getFirst()).image().toDoubles())
        .containsExactly(10, 10, 10, 10, 11, 12, 65, 90, 115, 40, 40, 40);
  }

  @Test
  void aSpikeIsCutOffAndItsHeightTold() {
    byte[] levels = new byte[1000];
    for (int i = 900; i < 1000; i++) {
      levels[i] = (byte) (50 + i % 10);
    }
    List<Titled> image = List.of(new Titled("a", NdArray.ofUint8(levels, 10, 100)));
    DensityPanel cut =
        density(Plots.histograms(image, 256, HistogramAxis.CUT, Execution.ofThreads(2)));
    assertThat(cut.top()).isEqualTo(10.5);
    assertThat(cut.caption()).isEqualTo("cut off at 0: 900 pixels");
    DensityPanel whole =
        density(Plots.histograms(image, 256, HistogramAxis.WHOLE, Execution.ofThreads(2)));
    assertThat(whole.top()).isEqualTo(900);
    DensityPanel log =
        density(Plots.histograms(image, 256, HistogramAxis.LOGARITHMIC, Execution.ofThreads(2)));
    assertThat(log.scale()).isEqualTo(DensityPanel.Scale.LOGARITHMIC);
    assertThat(log.top()).isEqualTo(900);
  }

  private static DensityPanel density(Figure figure) {
    return (DensityPanel) figure.panels().getFirst();
  }

  @Test
  void eightBitImagesAreShownFromBlackToWhiteAndOthersOverTheirRange() {
    Figure figure = grid(GridStyle.standard(), Display.standard(), Display.standard());
    assertThat(figure.panels())
        .map(panel -> ((ImagePanel) panel).range())
        .containsExactly(new ValueRange(0, 255), new ValueRange(-5, 300));
  }

  @Test
  void comparedImagesShareOneScale() {
    Figure figure = Plots.difference(both(), Display.standard(), 100);
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
    Figure figure = Plots.histograms(nine, 256, HistogramAxis.WHOLE, Execution.ofThreads(2));
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
    Figure figure =
        Plots.histograms(
            List.of(new Titled("flat", flat)), 4, HistogramAxis.CUT, Execution.ofThreads(2));
    assertThat(((DensityPanel) figure.panels().getFirst()).values())
        .containsExactly(2.0, 0.0, 0.0, 0.0);
  }

  @Test
  void theNameSaysWhichFormAFigureHas() {
    Figure figure = grid(GridStyle.standard(), Display.standard(), Display.standard());
    assertThatThrownBy(() -> Plots.write(figure, Path.of("figure.pdf"), Execution.ofThreads(2)))
        .hasMessage(
            "figure.pdf must end in .png or .svg, but ends otherwise; add one of these to the"
                + " name");
  }
}
