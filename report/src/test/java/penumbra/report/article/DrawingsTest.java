package penumbra.report.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.figure.Figure;
import penumbra.figure.ImagePanel;
import penumbra.figure.Panel;
import penumbra.figure.colour.ValueRange;
import penumbra.figure.render.FigurePng;

class DrawingsTest {
  private static final Execution TWO = Execution.ofThreads(2);

  private final NdArray pixels = noise(40, 30);

  @Test
  void namesTheTypeOfEachResult() {
    assertThat(titles(Drawings.laplacian(pixels, Studies.laplacianOfGaussian(pixels, TWO), TWO)))
        .containsExactly(
            "Picture (uint8)", "As published (uint8)", "Corrected (float64)", "Difference");
    assertThat(titles(Drawings.gradient(pixels, Studies.gradientMagnitude(pixels, TWO), TWO)))
        .containsExactly(
            "Picture (uint8)", "As published (uint8)", "Corrected (float64)", "Difference");
    assertThat(titles(Drawings.sobel(pixels, Studies.sobel(pixels, TWO), TWO)))
        .containsExactly(
            "Picture (uint8)",
            "As published (derivatives in uint8)",
            "Corrected (float64)",
            "Difference");
    assertThat(titles(Drawings.canny(pixels, Studies.canny(pixels, TWO), TWO)))
        .containsExactly(
            "Picture with Canny's edges",
            "As published (float64)",
            "Corrected (uint8)",
            "Difference");
  }

  @Test
  void tellsTheShareOfPixelsThatOverflowed() {
    FilterComparison laplacian = Studies.laplacianOfGaussian(pixels, TWO);
    assertThat(captions(Drawings.laplacian(pixels, laplacian, TWO)).get(1))
        .isEqualTo(
            String.format(
                Locale.ROOT, "%.1f %% of the pixels overflowed", laplacian.overflowPercent()));
    FilterComparison canny = Studies.canny(pixels, TWO);
    assertThat(captions(Drawings.canny(pixels, canny, TWO)).get(1))
        .startsWith("no pixel overflowed");
  }

  @Test
  void showsBothResultsAndTheDifferenceOfCannyToo() {
    FilterComparison canny = Studies.canny(pixels, TWO);
    List<Panel> panels = Drawings.canny(pixels, canny, TWO).panels();
    assertThat(((ImagePanel) panels.get(1)).image().sameBits(canny.published())).isTrue();
    assertThat(((ImagePanel) panels.get(1)).range().max()).isBetween(1.0, 254.0);
    assertThat(((ImagePanel) panels.get(2)).image().sameBits(canny.corrected())).isTrue();
    double[] published = canny.published().toDoubles();
    double[] corrected = canny.corrected().toDoubles();
    double[] difference = ((ImagePanel) panels.get(3)).image().toDoubles();
    for (int i = 0; i < difference.length; i++) {
      assertThat(difference[i]).isEqualTo(published[i] - corrected[i]);
    }
    ValueRange signed = ((ImagePanel) panels.get(3)).range();
    assertThat(signed.min()).isEqualTo(-signed.max()).isNegative();
  }

  @Test
  void figuresEndWhereTheTextOfThePageEnds() {
    assertThat(Drawings.xray("a", pixels).margin()).isZero();
    assertThat(Drawings.canny(pixels, Studies.canny(pixels, TWO), TWO).margin()).isZero();
    assertThat(Drawings.grid("", List.of("a"), List.of(pixels)).margin()).isZero();
  }

  @Test
  void staysSmallOnNoiseWhichDoesNotCompress() {
    NdArray worst = noise(600, 600);
    assertThat(FigurePng.render(Drawings.sobel(worst, Studies.sobel(worst, TWO), TWO)))
        .hasSizeBetween(100_000, 1_600_000);
  }

  private static List<String> titles(Figure figure) {
    return figure.panels().stream().map(Panel::title).toList();
  }

  private static List<String> captions(Figure figure) {
    return figure.panels().stream().map(Panel::caption).toList();
  }

  private static NdArray noise(int height, int width) {
    byte[] levels = new byte[height * width];
    new Random(7).nextBytes(levels);
    return NdArray.ofUint8(levels, height, width);
  }
}
