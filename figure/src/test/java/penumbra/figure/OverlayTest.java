package penumbra.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import penumbra.core.NdArray;

class OverlayTest {
  private static final NdArray GREY = NdArray.ofUint8(new byte[] {0, 100, (byte) 200, 50}, 2, 2);
  private static final NdArray MASK = NdArray.ofFloat32(new float[] {0, 1, -3, Float.NaN}, 2, 2);

  @Test
  void onlyWhatIsAboveTheThresholdIsMarked() {
    assertThat(Overlay.of("#010203").on(GREY, MASK).toDoubles())
        .containsExactly(0, 0, 0, 1, 2, 3, 200, 200, 200, 50, 50, 50);
    assertThat(Overlay.of("#010203").withAbove(-5).on(GREY, MASK).toDoubles())
        .containsExactly(1, 2, 3, 1, 2, 3, 1, 2, 3, 50, 50, 50);
  }

  @Test
  void opacityMixesThePictureIn() {
    assertThat(Overlay.of("orange").withOpacity(0.25).on(GREY, MASK).toDoubles())
        .startsWith(0, 0, 0, 139, 110, 75);
    NdArray colours = NdArray.ofUint8(new byte[] {8, 16, 24}, 1, 1, 3);
    NdArray on = NdArray.ofUint8(new byte[] {1}, 1, 1);
    assertThat(Overlay.of("black").withOpacity(0.5).on(colours, on).toDoubles())
        .containsExactly(4, 8, 12);
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> Overlay.of("orange").withOpacity(2))
        .hasMessage(
            "the opacity of an overlay must lie between 0 and 1, but is 2.0; 1 hides the picture"
                + " below, 0.5 shows half of it");
    assertThatThrownBy(() -> Overlay.of("orange").on(GREY, MASK.reshape(1, 4)))
        .hasMessage(
            "the shape of an overlay must be that of the picture, (2, 2), but is (1, 4); give a mask"
                + " of the same picture");
  }
}
