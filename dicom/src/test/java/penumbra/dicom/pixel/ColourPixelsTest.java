package penumbra.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static penumbra.dicom.pixel.PixelObjects.colour;
import static penumbra.dicom.pixel.PixelObjects.pixels;
import static penumbra.dicom.pixel.PixelObjects.read;
import static penumbra.dicom.pixel.PixelObjects.with;

import org.junit.jupiter.api.Test;
import penumbra.dicom.DataSet;
import penumbra.dicom.Tags;

class ColourPixelsTest {
  private static final String JOINED = "Joined the planes of the three colours.";
  private static final String TURNED = "Turned luma and chroma into red, green and blue by BT.601.";

  @Test
  void redGreenAndBlueSideBySideAreAsTheyAre() throws Exception {
    StoredFrame frame = read(pixels(colour(1, 2, 8, "RGB", 0), 1, 2, 3, 4, 5, 6));
    assertThat(frame.values()).hasToString("(1, 2, 3) uint8");
    assertThat(frame.values().toDoubles()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(frame.colour()).isTrue();
    assertThat(frame.steps()).isEmpty();
  }

  @Test
  void planesAreJoined() throws Exception {
    StoredFrame frame = read(pixels(colour(2, 1, 8, "RGB", 1), 1, 4, 2, 5, 3, 6));
    assertThat(frame.values()).hasToString("(2, 1, 3) uint8");
    assertThat(frame.values().toDoubles()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(frame.steps()).containsExactly(JOINED);
    StoredFrame deep = read(pixels(colour(1, 2, 16, "RGB", 1), 1, 0, 4, 1, 2, 0, 5, 0, 3, 0, 6, 0));
    assertThat(deep.values()).hasToString("(1, 2, 3) uint16");
    assertThat(deep.values().toDoubles()).containsExactly(1, 2, 3, 260, 5, 6);
  }

  /// Red, white, mid-grey, blue; of JFIF's formula, rounded.
  @Test
  void lumaAndChromaBecomeColours() throws Exception {
    DataSet data =
        pixels(
            colour(1, 4, 8, "YBR_FULL", 0), 76, 85, 255, 255, 128, 128, 99, 128, 128, 29, 255, 107);
    StoredFrame frame = read(data);
    assertThat(frame.values().toDoubles())
        .containsExactly(254, 0, 0, 255, 255, 255, 99, 99, 99, 0, 0, 254);
    assertThat(frame.steps()).containsExactly(TURNED);
    int[] planes = {76, 255, 99, 29, 85, 128, 128, 255, 255, 128, 128, 107};
    StoredFrame planar = read(pixels(colour(1, 4, 8, "YBR_FULL", 1), planes));
    assertThat(planar.values().sameBits(frame.values())).isTrue();
    assertThat(planar.steps()).containsExactly(JOINED, TURNED);
  }

  /// Within one step of the formula in real numbers, for all values of 8 bits.
  @Test
  void theWholeNumbersAreThoseOfTheFormula() {
    for (int bits : new int[] {8, 12, 16}) {
      int step = 1 << (bits - 5);
      int middle = 1 << (bits - 1);
      for (int y = 0; y < 1 << bits; y += step) {
        for (int cb = 0; cb < 1 << bits; cb += step) {
          int cr = (cb * 7 + y) & ((1 << bits) - 1);
          int[] line = {y, cb, cr};
          new Ybr(bits, true).toRgb(line, 0);
          double max = (1 << bits) - 1;
          double tolerance = 0.5 + Math.scalb(1.0, bits - 16);
          assertThat(Math.abs(line[0] - Math.clamp(y + 1.402 * (cr - middle), 0, max)))
              .isLessThanOrEqualTo(tolerance);
          double green = y - 0.344136 * (cb - middle) - 0.714136 * (cr - middle);
          assertThat(Math.abs(line[1] - Math.clamp(green, 0, max))).isLessThanOrEqualTo(tolerance);
          assertThat(Math.abs(line[2] - Math.clamp(y + 1.772 * (cb - middle), 0, max)))
              .isLessThanOrEqualTo(tolerance);
        }
      }
    }
  }

  @Test
  void theRangeOfTelevisionIsSpreadToAllValues() throws Exception {
    DataSet data = pixels(colour(1, 2, 8, "YBR_PARTIAL_422", 0), 16, 235, 128, 128);
    assertThat(read(data).values().toDoubles()).containsExactly(0, 0, 0, 255, 255, 255);
  }

  @Test
  void twoColumnsShareAChroma() throws Exception {
    DataSet data = pixels(colour(1, 4, 8, "YBR_FULL_422", 0), 76, 29, 85, 255, 10, 20, 128, 128);
    StoredFrame frame = read(data);
    assertThat(frame.values().toDoubles())
        .containsExactly(254, 0, 0, 207, 0, 0, 10, 10, 10, 20, 20, 20);
    assertThat(frame.steps())
        .containsExactly("Gave each second column the chroma of the column before.", TURNED);
  }

  @Test
  void sharedChromaNeedsPairsOfColumns() {
    assertThatThrownBy(() -> read(pixels(colour(1, 3, 8, "YBR_FULL_422", 0), 1, 2, 3, 4, 5, 6)))
        .hasMessage(
            "must have chroma for each pixel or each pair of columns where it is not coded, but"
                + " has 3 columns of YBR_FULL_422; convert it with another tool first");
    assertThatThrownBy(() -> read(pixels(colour(2, 2, 8, "YBR_PARTIAL_420", 0), 1, 2, 3, 4, 5, 6)))
        .hasMessageContaining("has 2 columns of YBR_PARTIAL_420");
  }

  @Test
  void coloursOfFewerBitsAreMaskedAndHaveNoSign() throws Exception {
    DataSet data = pixels(colour(1, 1, 16, "RGB", 0), 1, 0xF1, 2, 0x02, 3, 0x03);
    DataSet ten = with(with(data, Tags.BITS_STORED, 10), Tags.HIGH_BIT, 9);
    StoredFrame frame = read(with(ten, Tags.PIXEL_REPRESENTATION, 1));
    assertThat(frame.values()).hasToString("(1, 1, 3) uint16");
    assertThat(frame.values().toDoubles()).containsExactly(257, 514, 771);
    assertThat(frame.bitsStored()).isEqualTo(10);
  }
}
