package penumbra.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.figure.colour.ValueRange;

class DisplayTest {
  private static final NdArray BYTES = NdArray.ofUint8(new byte[] {0, 7, -1, 100}, 2, 2);
  private static final NdArray DEEP = NdArray.ofUint16(new short[] {0, 1, 256, -1}, 2, 2);
  private static final NdArray REAL = NdArray.ofFloat32(new float[] {-2, 0, 1, 2}, 2, 2);

  private static Display of(String colormap, double vmin, double vmax) {
    return new Display(Optional.of(colormap), OptionalDouble.of(vmin), OptionalDouble.of(vmax));
  }

  @Test
  void valuesThatThePictureHoldsAreKept() {
    assertThat(Display.standard().show(BYTES, false, Execution.ofThreads(2)).picture())
        .isSameAs(BYTES);
    assertThat(Display.standard().show(DEEP, true, Execution.ofThreads(2)).picture())
        .isSameAs(DEEP);
    assertThat(Display.standard().show(DEEP, true, Execution.ofThreads(2)).scaled()).isEmpty();
  }

  @Test
  void otherValuesAreScaledFromTheirRangeAndThatIsTold() {
    RenderedPicture shown = Display.standard().show(REAL, true, Execution.ofThreads(2));
    assertThat(shown.picture().type()).isEqualTo(DType.UINT8);
    assertThat(shown.picture().toDoubles()).containsExactly(0, 128, 192, 255);
    assertThat(shown.scaled()).contains(new ValueRange(-2, 2));
    assertThat(Display.standard().show(DEEP, false, Execution.ofThreads(2)).scaled())
        .contains(new ValueRange(0, 65535));
  }

  @Test
  void limitsThatAreAskedForCutTheValuesOffInSilence() {
    RenderedPicture shown = of("gray", 0, 1).show(REAL, true, Execution.ofThreads(2));
    assertThat(shown.picture().toDoubles()).containsExactly(0, 0, 255, 255);
    assertThat(shown.scaled()).isEmpty();
  }

  @Test
  void aColormapGivesColours() {
    assertThat(of("viridis", 0, 255).show(BYTES, false, Execution.ofThreads(2)).picture().shape())
        .containsExactly(2, 2, 3);
  }

  @Test
  void onlyTwoAxesMakeAPicture() {
    assertThatThrownBy(
            () -> Display.standard().show(BYTES.reshape(4), false, Execution.ofThreads(2)))
        .hasMessage(
            "a result shown as a picture must have shape (height, width), but is (4,) uint8; write"
                + " it as .npy");
  }

  @Test
  void limitsTheWrongWayRoundAreRefused() {
    assertThatThrownBy(() -> of("gray", 5, 5))
        .hasMessage(
            "vmin must be below vmax, 5, but is 5; swap the two, or use the reversed colormap,"
                + " with _r");
  }
}
