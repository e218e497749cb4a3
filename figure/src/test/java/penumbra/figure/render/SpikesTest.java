package penumbra.figure.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.figure.DensityPanel;
import penumbra.figure.Figure;
import penumbra.figure.Spikes;

class SpikesTest {
  private static double[] hill() {
    double[] values = new double[256];
    for (int i = 0; i < values.length; i++) {
      values[i] = 100 - Math.abs(i - 128) / 2.0;
    }
    return values;
  }

  private static double top(double... values) {
    return Spikes.top(Arrays.stream(values).boxed().toList());
  }

  @Test
  void aPlotWithoutSpikesReachesToItsFullestBin() {
    assertThat(top(hill())).isEqualTo(100);
    assertThat(top(0, 0)).isEqualTo(1);
    assertThat(top(5, 0, 0)).isEqualTo(5);
  }

  @Test
  void aPlotEndsAboveAllButTheSpikesAtItsEnds() {
    double[] values = hill();
    values[2] = 9000;
    values[255] = 1500;
    assertThat(top(values)).isEqualTo(105);
    values[2] = 0;
    values[255] = 149;
    assertThat(top(values)).isEqualTo(149);
  }

  @Test
  void aTallBinInTheMiddleIsNoSpike() {
    double[] values = hill();
    values[100] = 5000;
    assertThat(top(values)).isEqualTo(5000);
  }

  @Test
  void theCaptionSaysWhereAndHowHighTheCutBinsAre() {
    double[] values = hill();
    values[0] = 24872;
    values[1] = 12000;
    values[255] = 1234.5678;
    DensityPanel panel = DensityPanel.of("", 0, 255, values).withAxisLabels("", "pixels");
    assertThat(panel.withSpikesCut().caption())
        .isEqualTo("cut off at 0 to 1: up to 24,872; at 255: 1235 pixels");
    assertThat(panel.withCaption("A chest").withSpikesCut().caption())
        .startsWith("A chest; cut off");
    assertThat(DensityPanel.of("", 0, 255, hill()).withSpikesCut().caption()).isEmpty();
  }

  @Test
  void anArrowMarksEachEndThatIsCut() {
    double[] values = hill();
    values[0] = 24872;
    values[255] = 1000;
    DensityPanel panel = DensityPanel.of("", 0, 255, values);
    assertThat(arrows(panel)).isEmpty();
    List<Rectangle2D> arrows = arrows(panel.withSpikesCut());
    assertThat(arrows).hasSize(2);
    assertThat(arrows.get(0).getY()).isEqualTo(arrows.get(1).getY());
    assertThat(arrows.get(1).getX() - arrows.get(0).getX()).isEqualTo(460 - 6);
  }

  private static List<Rectangle2D> arrows(DensityPanel panel) {
    return RecordingCanvas.of(new FigureLayout(Figure.of(panel))).everything.stream()
        .filter(area -> area.getWidth() == 6 && area.getHeight() == 6)
        .toList();
  }

  @Test
  void powersOfTenStandEquallyFarApart() {
    DensityPanel panel =
        DensityPanel.of("", 2000, 9000, 1.0, 10.0, 100.0, 1000.0, 0.0)
            .withScale(DensityPanel.Scale.LOGARITHMIC);
    RecordingCanvas drawn = RecordingCanvas.of(new FigureLayout(Figure.of(panel)));
    double[] y =
        List.of("1", "10", "100", "1000").stream()
            .mapToDouble(label -> middle(drawn, label))
            .toArray();
    assertThat(y[0] - y[1]).isGreaterThan(30);
    assertThat(y[1] - y[2]).isCloseTo(y[0] - y[1], org.assertj.core.data.Offset.offset(0.2));
    assertThat(y[2] - y[3]).isCloseTo(y[0] - y[1], org.assertj.core.data.Offset.offset(0.2));
  }

  private static double middle(RecordingCanvas drawn, String label) {
    return drawn.texts.stream()
        .filter(text -> text.text().equals(label))
        .findFirst()
        .orElseThrow()
        .bounds()
        .getCenterY();
  }

  @Test
  void powersOfTenAreRaisedWhereTheyAreMany() {
    assertThat(Ticks.logarithmic(0.5, 3e6, 7).labels())
        .containsExactly("1", "10", "10²", "10³", "10⁴", "10⁵", "10⁶");
    assertThat(Ticks.logarithmic(0.5, 3e6, 4).labels()).containsExactly("1", "10²", "10⁴", "10⁶");
    assertThat(Ticks.logarithmic(0.5, 30, 7).labels()).containsExactly("1", "10");
    assertThat(Ticks.logarithmic(20, 80, 7).values()).hasSizeBetween(2, 7);
  }
}
