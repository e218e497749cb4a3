package penumbra.phantom.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import penumbra.phantom.solid.Material;
import penumbra.phantom.solid.RaySpan;

final class PainterTest {
  private final Painter painter = new Painter(4);

  @Test
  void aLungTakesThePlaceOfTheMuscleAroundIt() {
    paint(-10, 10, Material.MUSCLE);
    paint(-4, 5, Material.LUNG);
    assertThat(painter.integral())
        .isCloseTo(
            11 * Material.MUSCLE.attenuation() + 9 * Material.LUNG.attenuation(), offset(1e-12));
  }

  @Test
  void theLaterOfTwoOverlappingRegionsWins() {
    paint(0, 6, Material.LUNG);
    paint(4, 9, Material.MUSCLE);
    assertThat(painter.integral())
        .isCloseTo(
            4 * Material.LUNG.attenuation() + 5 * Material.MUSCLE.attenuation(), offset(1e-12));
  }

  @Test
  void gapsBetweenRegionsCountNothing() {
    paint(0, 1, Material.FAT);
    paint(5, 6, Material.FAT);
    assertThat(painter.integral()).isCloseTo(2 * Material.FAT.attenuation(), offset(1e-12));
  }

  @Test
  void nothingPaintedGivesZero() {
    painter.clear();
    assertThat(painter.integral()).isZero();
  }

  private void paint(double from, double to, Material material) {
    RaySpan span = new RaySpan();
    span.set(from, to);
    painter.paint(span, material);
  }
}
