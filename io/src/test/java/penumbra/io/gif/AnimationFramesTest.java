package penumbra.io.gif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.io.Samples;

class AnimationFramesTest {
  @Test
  void halvingTakesTheMeanOfFour() {
    NdArray array = NdArray.ofUint8(new byte[] {1, 2, 10, 20, 3, 4, 30, 41}, 2, 4);
    NdArray half = AnimationFrames.fit(List.of(array), 2).getFirst();
    assertThat(half.shape()).containsExactly(1, 2);
    assertThat(half.toDoubles()).containsExactly(3, 25);
  }

  @Test
  void unevenScalesWeighByTheAreaCovered() {
    NdArray array = NdArray.ofUint8(new byte[] {30, 60, 90}, 1, 3);
    NdArray scaled = AnimationFrames.fit(List.of(array), 2).getFirst();
    // Each new pixel covers one and a half old ones: (30 + 60 / 2) / 1.5 and (60 / 2 + 90) / 1.5.
    assertThat(scaled.toDoubles()).containsExactly(40, 80);
  }

  @Test
  void smallerPicturesAreCentredOnBlackAndNeverEnlarged() {
    NdArray large = NdArray.ofUint8(filled(8 * 4, 200), 8, 4);
    NdArray small = NdArray.ofUint8(filled(2 * 2 * 3, 100), 2, 2, 3);
    List<NdArray> frames = AnimationFrames.fit(List.of(large, small), 4);
    assertThat(frames.get(0).shape()).containsExactly(4, 2);
    assertThat(frames.get(0).toDoubles()).containsOnly(200);
    assertThat(frames.get(1).shape()).containsExactly(4, 2, 3);
    double[] expected = new double[24];
    Arrays.fill(expected, 6, 18, 100);
    assertThat(frames.get(1).toDoubles()).isEqualTo(expected);
  }

  @Test
  void constantsStayConstantAtAnyScale() {
    for (int side = 1; side < 40; side++) {
      NdArray flat = NdArray.ofUint8(filled(41 * 29 * 3, 77), 41, 29, 3);
      assertThat(AnimationFrames.fit(List.of(flat), side).getFirst().toDoubles()).containsOnly(77);
    }
  }

  @Test
  void otherArraysAreRefused() {
    assertThatThrownBy(() -> AnimationFrames.fit(List.of(Samples.noise(1, DType.UINT16, 2, 2)), 4))
        .hasMessage(
            "a frame must be (height, width) or (height, width, 3) uint8, but is (2, 2) uint16;"
                + " normalise it to 0..255 or apply a colormap");
    assertThatThrownBy(() -> AnimationFrames.fit(List.of(), 0))
        .hasMessage("the longest side of a frame must be at least 1, but is 0; give 512, say");
    assertThat(AnimationFrames.fit(List.of(), 5)).isEmpty();
  }

  private static byte[] filled(int n, int value) {
    byte[] bytes = new byte[n];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
