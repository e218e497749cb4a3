package penumbra.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static penumbra.dicom.pixel.PixelObjects.bytes;
import static penumbra.dicom.pixel.PixelObjects.palette;
import static penumbra.dicom.pixel.PixelObjects.pixels;
import static penumbra.dicom.pixel.PixelObjects.read;
import static penumbra.dicom.pixel.PixelObjects.with;

import org.junit.jupiter.api.Test;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.Vr;

class PalettePixelsTest {
  private static final int RED = Tags.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA.value();
  private static final int SEGMENTED = Tags.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA.value();
  private static final int DESCRIPTOR = Tags.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR.value();

  private static DataSet described(DataSet data, int entries, int first, int bits) {
    DataSet described = data;
    for (int colour = 0; colour < 3; colour++) {
      described = with(described, new Tag(DESCRIPTOR + colour), entries & 0xFFFF);
      described =
          described.with(
              Element.ofUnsignedShorts(
                  new Tag(DESCRIPTOR + colour), entries & 0xFFFF, first & 0xFFFF, bits));
    }
    return described;
  }

  private static DataSet tables(DataSet data, int tag, byte[] red, byte[] green, byte[] blue) {
    return data.with(Element.ofBytes(new Tag(tag), Vr.OW, red))
        .with(Element.ofBytes(new Tag(tag + 1), Vr.OW, green))
        .with(Element.ofBytes(new Tag(tag + 2), Vr.OW, blue));
  }

  @Test
  void entriesOfEightBitsGiveBytes() throws Exception {
    DataSet data = described(pixels(palette(1, 4, 8), 0, 1, 2, 200), 3, 0, 8);
    data = tables(data, RED, bytes(10, 20, 30, 0), bytes(1, 2, 3, 0), bytes(255, 128, 0, 0));
    StoredFrame frame = read(data);
    assertThat(frame.values()).hasToString("(1, 4, 3) uint8");
    assertThat(frame.values().toDoubles())
        .containsExactly(10, 1, 255, 20, 2, 128, 30, 3, 0, 30, 3, 0);
    assertThat(frame.colour()).isTrue();
    assertThat(frame.bitsStored()).isEqualTo(8);
    assertThat(frame.steps()).containsExactly("Looked up the colours of a palette of 3 entries.");
  }

  @Test
  void entriesOfSixteenBitsGiveWords() throws Exception {
    DataSet data = described(pixels(palette(1, 2, 8), 5, 6), 2, 5, 16);
    data = tables(data, RED, bytes(0, 1, 2, 3), bytes(4, 5, 6, 7), bytes(8, 9, 255, 255));
    StoredFrame frame = read(data);
    assertThat(frame.values()).hasToString("(1, 2, 3) uint16");
    assertThat(frame.values().toDoubles())
        .containsExactly(0x100, 0x504, 0x908, 0x302, 0x706, 0xFFFF);
  }

  @Test
  void entriesOfEightBitsMayStandInWordsAtEitherEnd() throws Exception {
    DataSet data = described(pixels(palette(1, 2, 8), 0, 1), 2, 0, 8);
    byte[] low = bytes(1, 0, 2, 0);
    byte[] high = bytes(0, 3, 0, 4);
    byte[] both = bytes(5, 5, 6, 6);
    assertThat(read(tables(data, RED, low, high, both)).values().toDoubles())
        .containsExactly(1, 3, 5, 2, 4, 6);
  }

  @Test
  void theFirstStoredValueHasTheSignOfThePixels() throws Exception {
    DataSet data = described(pixels(palette(1, 4, 16), -3, -1, -2, -1, -1, -1, 4, 0), 2, -2, 8);
    byte[] table = bytes(7, 9);
    DataSet signed = with(tables(data, RED, table, table, table), Tags.PIXEL_REPRESENTATION, 1);
    assertThat(read(signed).values().toDoubles())
        .containsExactly(7, 7, 7, 7, 7, 7, 9, 9, 9, 9, 9, 9);
  }

  @Test
  void noEntriesMeansSixtyFiveThousand() throws Exception {
    byte[] table = new byte[2 * 65536];
    table[2 * 65535] = 5;
    DataSet data = described(pixels(palette(1, 1, 16), 255, 255), 65536, 0, 16);
    assertThat(read(tables(data, RED, table, table, table)).values().toDoubles())
        .containsExactly(5, 5, 5);
  }

  /// Two values, a line of four to 10, the line again by reference, to 20 in the last two.
  @Test
  void segmentsAreUnfolded() throws Exception {
    byte[] words =
        bytes(
            0, 0, 2, 0, 1, 0, 2, 0, // discrete: 1 2
            1, 0, 4, 0, 10, 0, // linear: 4 6 8 10
            0, 0, 1, 0, 2, 0, // discrete: 2
            2, 0, 1, 0, 8, 0, 0, 0, // indirect: the segment at byte 8, 4 6 8 10
            1, 0, 2, 0, 20, 0); // linear: 15 20
    int[] numbers = {1, 2, 4, 6, 8, 10, 2, 4, 6, 8, 10, 15, 20};
    int[] all = java.util.stream.IntStream.range(0, 13).toArray();
    DataSet data = described(pixels(palette(1, 13, 8), all), 13, 0, 16);
    double[] values = read(tables(data, SEGMENTED, words, words, words)).values().toDoubles();
    for (int i = 0; i < numbers.length; i++) {
      assertThat(values[3 * i]).isEqualTo(numbers[i]);
      assertThat(values[3 * i + 2]).isEqualTo(numbers[i]);
    }
    byte[] bytes = bytes(0, 2, 1, 2, 1, 4, 10, 0, 1, 2, 2, 1, 4, 0, 0, 0, 1, 2, 20, 0);
    DataSet eight = described(pixels(palette(1, 13, 8), all), 13, 0, 8);
    double[] small = read(tables(eight, SEGMENTED, bytes, bytes, bytes)).values().toDoubles();
    assertThat(small).isEqualTo(values);
  }

  @Test
  void brokenPalettesAreNamed() {
    DataSet data = described(pixels(palette(1, 1, 8), 0), 4, 0, 16);
    assertThatThrownBy(() -> read(data))
        .isInstanceOf(DicomException.class)
        .hasMessage(
            "must have a palette table in (0028,1201), but has none; ask its maker to correct it");
    byte[] little = bytes(1, 2, 3, 4, 5, 6);
    assertThatThrownBy(() -> read(tables(data, RED, little, little, little)))
        .hasMessage(
            "must have 4 entries of 16 bits in (0028,1201), but has 6 bytes; ask its maker to"
                + " correct it");
    assertThatThrownBy(() -> read(tables(data, SEGMENTED, little, little, little)))
        .hasMessage(
            "must have segments for all 4 entries of its palette, but has a segment of kind 513;"
                + " ask its maker to correct it");
    byte[] self = bytes(2, 0, 1, 0, 0, 0, 0, 0);
    assertThatThrownBy(() -> read(tables(data, SEGMENTED, self, self, self)))
        .hasMessageContaining("a segment of kind 2");
    byte[] nothing = bytes(0, 0, 0, 0, 0, 0, 0, 0);
    assertThatThrownBy(() -> read(tables(data, SEGMENTED, nothing, nothing, nothing)))
        .hasMessageContaining("has an empty segment");
    byte[] few = bytes(0, 0, 2, 0, 9, 0, 9, 0);
    assertThatThrownBy(() -> read(tables(data, SEGMENTED, few, few, few)))
        .hasMessageContaining("has only 4 numbers");
    byte[] line = bytes(1, 0, 4, 0, 9, 0);
    assertThatThrownBy(() -> read(tables(data, SEGMENTED, line, line, line)))
        .hasMessageContaining("a line as its first segment");
    assertThatThrownBy(() -> read(described(data, 4, 0, 12)))
        .hasMessage(
            "must have palette entries of 8 or 16 bits in (0028,1101), but has 12; ask its"
                + " maker to correct it");
    assertThatThrownBy(
            () -> read(data.with(Element.ofUnsignedShorts(new Tag(DESCRIPTOR + 1), 5, 0, 16))))
        .hasMessage(
            "must have equal descriptors of its three palette tables, but has 4\\0\\16 and"
                + " 5\\0\\16;"
                + " ask its maker to correct it");
    assertThatThrownBy(() -> read(data.without(new Tag(DESCRIPTOR))))
        .hasMessageContaining("must have a palette's descriptor of three numbers in (0028,1101)");
  }

  @Test
  void entriesOfEightBitsThatAreSaidToHaveSixteenAreBytes() throws Exception {
    DataSet data = described(pixels(palette(1, 3, 8), 0, 1, 2), 3, 0, 16);
    StoredFrame frame =
        read(tables(data, RED, bytes(9, 200, 255, 0), bytes(1, 2, 3, 0), bytes(4, 5, 6, 0)));
    assertThat(frame.values()).hasToString("(1, 3, 3) uint8");
    assertThat(frame.values().toDoubles()).containsExactly(9, 1, 4, 200, 2, 5, 255, 3, 6);
    assertThat(frame.odd())
        .containsExactly("The palette has entries of 8 bits, though its descriptor says 16.");
  }
}
