package penumbra.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.figure.colour.ValueRange;

class PanelTest {
  private static final NdArray IMAGE = NdArray.ofUint8(new byte[] {1, 2, 3, 9}, 2, 2);

  @Test
  void aPictureIsScaledFromItsLeastToItsGreatestValue() {
    assertThat(ImagePanel.of("", IMAGE).range()).isEqualTo(new ValueRange(1, 9));
    assertThat(ImagePanel.of("", IMAGE).withRange(0, 255).range())
        .isEqualTo(new ValueRange(0, 255));
  }

  @Test
  void aPictureMustHaveTwoAxes() {
    assertThatThrownBy(() -> ImagePanel.of("", IMAGE.reshape(4)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "a picture in a figure must have shape (height, width), or (height, width, 3) of uint8,"
                + " and at least one pixel, but is (4,) uint8; give one image, for example one slice"
                + " of a volume");
    assertThatThrownBy(() -> ImagePanel.of("", NdArray.ofUint8(new byte[0], 0, 3)))
        .hasMessageContaining("but is (0, 3) uint8");
  }

  @Test
  void anRgbPictureHasNoColourBar() {
    ImagePanel rgb = ImagePanel.of("", NdArray.ofUint8(new byte[3], 1, 1, 3));
    assertThatThrownBy(() -> rgb.withColourBar(true))
        .hasMessage(
            "the colour bar of an RGB picture must be left out, since its colours do not stand for values,"
                + " but is true; show grey values in a colormap instead");
  }

  @Test
  void aPlotReachesFromZeroToItsGreatestValue() {
    assertThat(DensityPanel.of("", 0, 255, 3L, 8L, 5L).top()).isEqualTo(8);
    assertThat(DensityPanel.of("", 0, 255, 0L, 0L).top()).isEqualTo(1);
    assertThat(DensityPanel.of("", 0, 255, 3L, 8L).withTop(100).top()).isEqualTo(100);
  }

  @Test
  void aPlotRefusesAnAxisWithoutLength() {
    assertThatThrownBy(() -> DensityPanel.of("", 5, 5, 1L))
        .hasMessage(
            "the horizontal axis of a density plot must go from a number to a greater one, but is"
                + " 5.0 to 5.0; give the range of the grey values, for example 0 to 255");
  }

  @Test
  void aPlotRefusesWhatIsNoCount() {
    assertThatThrownBy(() -> DensityPanel.of("", 0, 1, 2.0, -1.0))
        .hasMessage(
            "a value of a density plot must be a number of at least 0, but is -1.0; give counts or"
                + " shares");
    assertThatThrownBy(() -> DensityPanel.of("", 0, 1, new long[0]))
        .hasMessage(
            "the number of bins of a density plot must be at least 1, but is 0; count the values"
                + " first");
    assertThatThrownBy(() -> DensityPanel.of("", 0, 1, 2.0).withTop(0))
        .hasMessage(
            "the top of a density plot must be greater than 0, but is 0.0; give the greatest value"
                + " to show");
  }

  @Test
  void aFigureHoldsAsManyPanelsAsItHasCells() {
    Panel panel = ImagePanel.of("", IMAGE);
    assertThat(Figure.grid(2, 2, List.of(panel, panel, panel)).panels()).hasSize(3);
    assertThatThrownBy(() -> Figure.grid(1, 2, List.of(panel, panel, panel)))
        .hasMessage(
            "the number of panels must be between 1 and the 2 cells of the grid, but is 3; add or"
                + " remove panels, or change rows and columns");
    assertThatThrownBy(Figure::row).hasMessageContaining("the number of panels must be between 1");
  }

  @Test
  void aFigureRefusesImpossibleSizes() {
    Panel panel = ImagePanel.of("", IMAGE);
    assertThatThrownBy(() -> Figure.grid(0, 2, List.of(panel)))
        .hasMessage(
            "the grid of a figure must have at least one row and one column, but is 0 x 2; give"
                + " numbers from 1 on");
    assertThatThrownBy(() -> Figure.of(panel).withPanelWidth(10))
        .hasMessage(
            "the width of a panel must be between 60 and 2000 points, but is 10.0; a page is some"
                + " 600 points wide");
  }
}
