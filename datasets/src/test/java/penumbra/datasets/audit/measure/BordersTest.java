package penumbra.datasets.audit.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import penumbra.core.NdArray;

class BordersTest {
  private static final int SIDE = 100;

  private interface Level {
    int at(int y, int x);
  }

  private static Borders of(Level level) {
    byte[] pixels = new byte[SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) level.at(i / SIDE, i % SIDE);
    }
    return Borders.of(NdArray.ofUint8(pixels, SIDE, SIDE));
  }

  @Test
  void barsAreCountedAtEachSide() {
    Borders borders = of((y, x) -> y < 5 || x >= 90 || x < 3 ? 2 : 120);
    assertThat(borders.describe()).isEqualTo("top 5, right 10, left 3");
    assertThat(borders.share()).isCloseTo(1 - 0.95 * 0.87, within(1e-12));
    assertThat(borders.straight()).isTrue();
  }

  @Test
  void airBesideARoundBodyIsNoBar() {
    Borders borders = of((y, x) -> Math.hypot(y - 50, x - 50) < 45 ? 150 : 0);
    assertThat(borders.left()).isPositive();
    assertThat(borders.straight()).isFalse();
  }

  @Test
  void aPictureToItsEdgesHasNone() {
    Borders borders = of((y, x) -> 20 + y);
    assertThat(borders.share()).isZero();
    assertThat(borders.straight()).isFalse();
    assertThat(borders.describe()).isEmpty();
  }

  @Test
  void aBlackPictureHasNoBorder() {
    assertThat(of((_, _) -> 0).share()).isZero();
  }
}
