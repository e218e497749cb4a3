package penumbra.dicom.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.core.PatientPosition.Vector;
import penumbra.core.Radiograph;
import penumbra.dicom.DataSet;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.Vr;
import penumbra.io.format.ReadOptions;

/// Mosaics of three slices of 2 x 3 pixels, two in a row, in both forms of the scanner's header.
class MosaicTest {
  private static final int ROWS = 2;
  private static final int COLUMNS = 3;
  private static final Element KIND =
      SmallSeries.text(Tags.IMAGE_TYPE, Vr.CS, "ORIGINAL\\PRIMARY\\M\\MOSAIC");

  @TempDir Path folder;
  private SmallSeries series = new SmallSeries(Path.of(""));

  @BeforeEach
  void inTheFolder() {
    series = new SmallSeries(folder);
  }

  private static Element[] mosaic(int first, Element... more) {
    byte[] pixels = new byte[4 * ROWS * COLUMNS];
    for (int tile = 0; tile < 3; tile++) {
      for (int row = 0; row < ROWS; row++) {
        for (int column = 0; column < COLUMNS; column++) {
          int at = (tile / 2 * ROWS + row) * 2 * COLUMNS + tile % 2 * COLUMNS + column;
          pixels[at] = (byte) (first + tile);
        }
      }
    }
    List<Element> all =
        new ArrayList<>(
            List.of(
                Element.ofUnsignedShorts(Tags.ROWS, 2 * ROWS),
                Element.ofUnsignedShorts(Tags.COLUMNS, 2 * COLUMNS),
                Element.ofBytes(Tags.PIXEL_DATA, Vr.OB, pixels),
                SmallSeries.text(Tags.SPACING_BETWEEN_SLICES, Vr.DS, "4")));
    all.addAll(List.of(more));
    return all.toArray(Element[]::new);
  }

  private static Element[] header(boolean newer, String count, String... normal) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    values.put("SliceNormalVector", List.of(normal));
    values.put("NumberOfImagesInMosaic", List.of(count));
    return new Element[] {
      SmallSeries.text(Tag.of(0x0029, 0x10), Vr.LO, "SIEMENS CSA HEADER"),
      Element.ofBytes(Tag.of(0x0029, 0x1010), Vr.OB, header(newer, values))
    };
  }

  /// Each name with its values and one left empty, as scanners write them.
  private static byte[] header(boolean newer, Map<String, List<String>> values) {
    ByteBuffer out = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);
    if (newer) {
      out.put("SV10\4\3\2\1".getBytes(StandardCharsets.ISO_8859_1));
    }
    out.putInt(values.size()).putInt(77);
    int raised = values.values().iterator().next().size() + 1;
    values.forEach((name, texts) -> {
      int start = out.position();
      out.put(name.getBytes(StandardCharsets.US_ASCII)).position(start + 64);
      out.putInt(texts.size()).put(new byte[4]).putInt(0).putInt(texts.size() + 1).putInt(77);
      List<String> all = new ArrayList<>(texts);
      all.add("");
      for (String text : all) {
        int length = text.isEmpty() ? 0 : text.length() + 1;
        out.putInt(newer ? length : length + raised).putInt(length).putInt(77).putInt(length);
        int value = out.position();
        out.put(text.getBytes(StandardCharsets.US_ASCII)).position(value + (length + 3 & ~3));
      }
    });
    return java.util.Arrays.copyOf(out.array(), out.position());
  }

  private static Element[] joined(Element[] some, Element... more) {
    List<Element> all = new ArrayList<>(List.of(some));
    all.addAll(List.of(more));
    return all.toArray(Element[]::new);
  }

  private static void assertSlices(Radiograph volume, int... values) {
    assertThat(volume.pixels().shape()).containsExactly(values.length, ROWS, COLUMNS);
    for (int slice = 0; slice < values.length; slice++) {
      for (int pixel = 0; pixel < ROWS * COLUMNS; pixel++) {
        assertThat(volume.pixels().get(slice, pixel / COLUMNS, pixel % COLUMNS))
            .isEqualTo(values[slice]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theScannersHeaderSaysHowManySlicesThereAreAndWhereTheyLie(boolean newer) throws Exception {
    series.slice("a", 1, 10, mosaic(1, joined(header(newer, "3", "0", "0", "1.0"), KIND)));

    Radiograph volume = series.only().read(ReadOptions.standard());

    assertSlices(volume, 1, 2, 3);
    assertThat(volume.spacing()).containsExactly(4.0, 0.5, 0.25);
    // A slice as large as the mosaic would begin half a slice further out.
    assertThat(volume.placement().orElseThrow().at(0, 0, 0))
        .isEqualTo(new Vector(0.25 * COLUMNS / 2, 0.5 * ROWS / 2, 10));
    assertThat(volume.placement().orElseThrow().at(2, 0, 0).z()).isEqualTo(18);
  }

  @Test
  void slicesAgainstTheNormalAreTurned() throws Exception {
    series.slice("a", 1, 10, mosaic(1, joined(header(true, "3", "0", "0", "-1.0"), KIND)));
    Radiograph volume = series.only().read(ReadOptions.standard());
    assertSlices(volume, 3, 2, 1);
    assertThat(volume.placement().orElseThrow().at(0, 0, 0).z()).isEqualTo(2);
  }

  @Test
  void severalMosaicsAreSeveralVolumes() throws Exception {
    for (int time = 1; time <= 4; time++) {
      series.slice(
          "IM" + time, time, 10, mosaic(10 * time, joined(header(true, "3", "0", "0", "1"), KIND)));
    }
    List<Series> all = series.all();
    assertThat(all).hasSize(4);
    assertThat(all.get(1).describe())
        .isEqualTo("series 2, part 2 of 4 (repetition 2), CT, 3 slices of 2 x 3");
    assertSlices(all.get(3).read(ReadOptions.standard()), 40, 41, 42);
  }

  @Test
  void theScannersOwnElementGivesTheNumberToo() throws Exception {
    series.slice(
        "a",
        1,
        10,
        mosaic(
            1,
            SmallSeries.text(Tag.of(0x0019, 0x10), Vr.LO, "SIEMENS MR HEADER"),
            Element.ofUnsignedShorts(Tag.of(0x0019, 0x100A), 3)));
    Radiograph volume = series.only().read(ReadOptions.standard());
    assertSlices(volume, 1, 2, 3);
    assertThat(volume.spacing()).containsExactly(4.0, 0.5, 0.25);
    assertThat(volume.placement()).isEmpty();
  }

  @Test
  void withoutPrivateElementsTheAcquisitionMatrixGivesTheSizeOfATile() throws Exception {
    byte[] pixels = new byte[36];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (1 + i / 18 * 2 + i % 6 / 3);
    }
    for (int time = 1; time <= 2; time++) {
      series.slice(
          "IM" + time,
          time,
          10,
          KIND,
          Element.ofUnsignedShorts(Tags.ROWS, 6),
          Element.ofUnsignedShorts(Tags.COLUMNS, 6),
          Element.ofUnsignedShorts(Tag.of(0x0018, 0x1310), 3, 0, 0, 2),
          Element.ofBytes(Tags.PIXEL_DATA, Vr.OB, pixels));
    }
    List<Series> all = series.all();
    assertThat(all).hasSize(2);
    Radiograph volume = all.getFirst().read(ReadOptions.standard());
    assertThat(volume.pixels().shape()).containsExactly(4, 3, 3);
    assertThat(volume.pixels().get(2, 1, 1)).isEqualTo(3);
    assertThat(volume.placement()).isEmpty();
  }

  @Test
  void slicesThatHaveNoRoomAreRefused() throws Exception {
    series.slice("a", 1, 10, mosaic(1, joined(header(true, "5", "0", "0", "1"), KIND)));
    assertThatThrownBy(series::all)
        .hasMessageContaining(
            "a must have room for the 5 slices of its mosaic, 3 in a row, but has 4 x 6 pixels");
  }

  @Test
  void aSliceThatWasTakenOutOfAMosaicStaysOne() throws Exception {
    for (int i = 1; i <= 3; i++) {
      series.slice("IM" + i, i, 4 * i, header(true, "36", "0", "0", "1"));
    }
    assertSlices(series.only().read(ReadOptions.standard()), 1, 2, 3);
  }

  @Test
  void aHeaderThatIsCutShortGivesTheNamesBeforeTheDamage() {
    byte[] whole = header(true, Map.of("NumberOfImagesInMosaic", List.of("3")));
    for (int length = 0; length <= whole.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(whole, length);
      DataSet data =
          DataSet.of(
              SmallSeries.text(Tag.of(0x0029, 0x10), Vr.LO, "SIEMENS CSA HEADER"),
              Element.ofBytes(Tag.of(0x0029, 0x1010), Vr.OB, cut));
      var count = CsaHeader.of(data).number("NumberOfImagesInMosaic");
      assertThat(count.orElse(3)).isEqualTo(3);
      assertThat(count.isPresent()).isEqualTo(length == whole.length);
    }
  }
}
