package penumbra.dicom.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.core.Radiograph;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.Vr;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.UnreadableFileException;

/// Series of three volumes of four slices, told apart by each kind of element.
class SeriesAxesTest {
  private static final int VOLUMES = 3;
  private static final int SLICES = 4;

  @TempDir Path folder;
  private SmallSeries series = new SmallSeries(Path.of(""));

  /// The elements of a volume's slice.
  private interface Elements {
    Element[] of(int volume, int slice);
  }

  @BeforeEach
  void inTheFolder() {
    series = new SmallSeries(folder);
  }

  /// Numbered volume after volume, from 1.
  private void write(Elements elements) throws Exception {
    for (int volume = 0; volume < VOLUMES; volume++) {
      for (int slice = 0; slice < SLICES; slice++) {
        int number = 1 + SLICES * volume + slice;
        series.slice("IM" + number, number, 2 * slice, elements.of(volume, slice));
      }
    }
  }

  private List<String> places() throws Exception {
    return series.all().stream()
        .map(part ->
            String.join(", ", part.coordinates().stream().map(Coordinate::describe).toList()))
        .toList();
  }

  /// Volume after volume the numbers of the slices, from foot to head.
  private List<List<Integer>> numbers() throws Exception {
    List<List<Integer>> numbers = new java.util.ArrayList<>();
    for (Series part : series.all()) {
      numbers.add(
          part.stack(false).slices().stream().map(slice -> slice.number().orElseThrow()).toList());
    }
    return numbers;
  }

  private static List<List<Integer>> inOrder() {
    return IntStream.range(0, VOLUMES)
        .mapToObj(v -> IntStream.range(0, SLICES).mapToObj(s -> 1 + SLICES * v + s).toList())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "00200100, IS, 1, 2, 3, time, ''",
    "00180081, DS, 4.6, 9.2, 13.80, echo time, ' ms'",
    "00180086, IS, 1, 2, 3, echo, ''",
    "00181060, DS, 0, 40.5, 81, trigger time, ' ms'",
    "00541300, DS, 500, 1500, 2500, time, ' ms'",
    "00180082, DS, 100, 400, 1600, inversion time, ' ms'",
    "00181314, DS, 2, 5, 15, flip angle, ' degrees'",
    "00180060, DS, 80, 100, 140, tube voltage, ' kV'",
    "00181210, SH, B30f, B45f, B70f, kernel, ''",
    "00080008, CS, ORIGINAL\\PRIMARY\\M, ORIGINAL\\PRIMARY\\P, ORIGINAL\\PRIMARY\\R, image type, ''"
  })
  void anElementWithAValueForEachVolumeNamesTheirAxis(
      String tag, Vr vr, String first, String second, String third, String axis, String unit)
      throws Exception {
    List<String> values = List.of(first, second, third);
    write((volume, _) ->
        new Element[] {
          SmallSeries.text(new Tag(Integer.parseUnsignedInt(tag, 16)), vr, values.get(volume))
        });

    assertThat(places())
        .containsExactlyElementsOf(
            values.stream().map(v -> axis + " " + HeaderNumbers.readable(v) + unit).toList());
    assertThat(numbers()).isEqualTo(inOrder());
  }

  @Test
  void theInstanceNumberAloneTellsVolumesApartVolumeAfterVolume() throws Exception {
    write((_, _) -> new Element[0]);

    assertThat(places()).containsExactly("repetition 1", "repetition 2", "repetition 3");
    assertThat(numbers()).isEqualTo(inOrder());
    Radiograph second = series.all().get(1).read(ReadOptions.standard());
    assertThat(second.pixels().shape()).containsExactly(SLICES, 2, 3);
    assertThat(second.pixels().get(0, 0, 0)).isEqualTo(5);
    assertThat(second.spacing()).containsExactly(2.0, 0.5, 0.25);
    assertThat(second.decodingSteps())
        .contains(
            "Read series 2, part 2 of 3 (repetition 2), CT, 4 slices of 2 x 3, as a volume; the"
                + " steps above are its middle slice's.");
  }

  @Test
  void andPlaceAfterPlace() throws Exception {
    for (int slice = 0; slice < SLICES; slice++) {
      for (int volume = 0; volume < VOLUMES; volume++) {
        int number = 1 + VOLUMES * slice + volume;
        series.slice("IM" + number, number, 2 * slice);
      }
    }
    assertThat(numbers())
        .containsExactly(List.of(1, 4, 7, 10), List.of(2, 5, 8, 11), List.of(3, 6, 9, 12));
  }

  @Test
  void numbersWithoutAnOrderTellNothing() throws Exception {
    int[] shuffled = {1, 7, 3, 12, 2, 5, 11, 8, 9, 10, 6, 4};
    for (int i = 0; i < shuffled.length; i++) {
      series.slice("IM" + shuffled[i], shuffled[i], 2 * (i % SLICES));
    }
    Series only = series.only();
    assertThatThrownBy(() -> only.stack(false))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("must hold each place once");
  }

  @Test
  void phasesOfAHeartHaveTheirOwnTimesAtEachPlace() throws Exception {
    write((volume, slice) ->
        new Element[] {
          SmallSeries.text(Mark.TRIGGER_TIME.tag(), Vr.DS, "" + (volume * (30 + 7 * slice)))
        });
    assertThat(places()).containsExactly("phase 1", "phase 2", "phase 3");
    assertThat(numbers()).isEqualTo(inOrder());
  }

  @Test
  void timesOfAcquisitionNameTheOrderOfTheNumbers() throws Exception {
    write((volume, slice) ->
        new Element[] {
          SmallSeries.text(
              Tags.ACQUISITION_TIME, Vr.TM, "1010" + (10 + 10 * volume + slice) + ".25")
        });
    assertThat(places()).containsExactly("time 1", "time 2", "time 3");
  }

  @Test
  void bValuesAreInTheOrderOfTheirStrengthWhateverTheNumbers() throws Exception {
    double[] values = {1000, 0, 500};
    write((volume, _) -> new Element[] {doubles(Mark.B_VALUE.tag(), values[volume])});
    assertThat(places())
        .containsExactly("b-value 0 s/mm2", "b-value 500 s/mm2", "b-value 1000 s/mm2");
    assertThat(numbers().getFirst()).containsExactly(5, 6, 7, 8);
  }

  @Test
  void bValuesAndDirectionsTellVolumesApartTogether() throws Exception {
    double[][] directions = {{}, {1, 0, 0}, {0, 0.6, 0.8}};
    write((volume, _) ->
        volume == 0
            ? new Element[] {doubles(Mark.B_VALUE.tag(), 0)}
            : new Element[] {
              doubles(Mark.B_VALUE.tag(), 1000), doubles(Mark.DIRECTION.tag(), directions[volume])
            });
    assertThat(places())
        .containsExactly(
            "b-value 0 s/mm2",
            "b-value 1000 s/mm2, direction 1, 0, 0",
            "b-value 1000 s/mm2, direction 0, 0.6, 0.8");
    assertThat(numbers()).isEqualTo(inOrder());
  }

  @Test
  void averagesOfOneBValueAreCounted() throws Exception {
    write((volume, _) -> new Element[] {doubles(Mark.B_VALUE.tag(), volume == 0 ? 0 : 800)});
    assertThat(places())
        .containsExactly(
            "b-value 0 s/mm2",
            "b-value 800 s/mm2, repetition 1",
            "b-value 800 s/mm2, repetition 2");
  }

  @Test
  void echoesAtSeveralTimesAreSeveralVolumesEach() throws Exception {
    int number = 0;
    for (int time = 1; time <= 2; time++) {
      for (int slice = 0; slice < SLICES; slice++) {
        for (int echo = 1; echo <= 2; echo++) {
          series.slice(
              "IM" + ++number,
              number,
              slice,
              SmallSeries.text(Mark.TIME.tag(), Vr.IS, "" + time),
              SmallSeries.text(Mark.ECHO.tag(), Vr.IS, "" + echo));
        }
      }
    }
    assertThat(places())
        .containsExactly("echo 1, time 1", "echo 2, time 1", "echo 1, time 2", "echo 2, time 2");
  }

  @ParameterizedTest
  @CsvSource({
    "SIEMENS MR HEADER, 0019, 0C, IS, 0, 400, 800",
    "GEMS_PARM_01, 0043, 39, IS, 0\\8\\0\\0, 1000000400\\8\\0\\0, 1000000800\\8\\0\\0",
    "Philips Imaging DD 001, 2001, 03, FL, 0, 400, 800",
    "Image Private Header, 0065, 09, FD, 0, 400, 800"
  })
  void bValuesOfMakersCount(
      String creator,
      String group,
      String element,
      Vr vr,
      String first,
      String second,
      String third)
      throws Exception {
    int own = Integer.parseInt(group, 16);
    List<String> values = List.of(first, second, third);
    write((volume, _) -> {
      Tag tag = Tag.of(own, 0x1200 | Integer.parseInt(element, 16));
      String text = values.get(volume);
      Element value =
          switch (vr) {
            case FL -> Element.ofBytes(tag, vr, floats(Float.parseFloat(text)));
            case FD -> doubles(tag, Double.parseDouble(text));
            // As in files without representations.
            default -> new Element(tag, Vr.UN, SmallSeries.text(tag, vr, text).value());
          };
      return new Element[] {SmallSeries.text(Tag.of(own, 0x12), Vr.LO, creator), value};
    });
    assertThat(places())
        .containsExactly("b-value 0 s/mm2", "b-value 400 s/mm2", "b-value 800 s/mm2");
  }

  @Test
  void aSliceThatIsMissingAtOneTimeIsNamed() throws Exception {
    write(
        (volume, _) -> new Element[] {SmallSeries.text(Mark.TIME.tag(), Vr.IS, "" + (volume + 1))});
    java.nio.file.Files.delete(folder.resolve("IM7"));
    assertRefused(
        "hold each place once at each time, but time 2 has no slice 4 mm from the first slice");
  }

  @Test
  void withoutANameTheCountsOfThePlacesTell() throws Exception {
    write((_, _) -> new Element[0]);
    java.nio.file.Files.delete(folder.resolve("IM7"));
    assertRefused(
        "hold each place equally often, but 2 slices lie 4 mm from the first slice, and 3 at other"
            + " places");
  }

  @Test
  void picturesOfOnePlaceAreNoVolume() throws Exception {
    for (int i = 1; i <= 5; i++) {
      series.slice("IM" + i, i, 7);
    }
    Series only = series.only();
    assertThatThrownBy(() -> only.stack(false))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessage(
            folder
                + " must hold slices at several places to be read as a volume, but holds 5 of one"
                + " place (series 2, CT, 5 slices of 2 x 3); read them one by one");
  }

  private void assertRefused(String problem) throws Exception {
    Series only = series.only();
    assertThatThrownBy(() -> only.stack(false))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessage(
            folder
                + " must be a volume, and the slices of its "
                + only.describe()
                + ", must "
                + problem
                + "; copy the series again, or take the first at each place by lenient reading");
  }

  private static Element doubles(Tag tag, double... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Double.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      bytes.putDouble(value);
    }
    return Element.ofBytes(tag, Vr.FD, bytes.array());
  }

  private static byte[] floats(float value) {
    return ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array();
  }
}
