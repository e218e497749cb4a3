package penumbra.dicom.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.core.DType;
import penumbra.core.InvalidInputException;
import penumbra.core.Radiograph;
import penumbra.dicom.Element;
import penumbra.dicom.Tags;
import penumbra.dicom.Vr;
import penumbra.io.format.GreyValues;
import penumbra.io.format.Limits;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.UnreadableFileException;

/// Which files make a volume, in which order, and what is said where they make none.
class SeriesTest {
  @TempDir Path folder;
  private SmallSeries series = new SmallSeries(Path.of(""));

  @BeforeEach
  void inTheFolder() {
    series = new SmallSeries(folder);
  }

  private static List<Integer> numbers(OrderedSlices stack) {
    return stack.slices().stream().map(slice -> slice.number().orElseThrow()).toList();
  }

  private void assertRefused(String message) throws IOException {
    Series only = series.only();
    assertThatThrownBy(() -> only.stack(false))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessage(folder + " " + message);
  }

  @Test
  void slicesAreInTheOrderOfTheirPositionsWhateverTheirNamesAndNumbers() throws Exception {
    series.slice("c", 1, 10);
    series.slice("a", 2, 7.5);
    series.slice("d", 3, 5);
    series.slice("b", 4, 2.5);

    Radiograph volume = series.only().read(ReadOptions.standard());

    assertThat(volume.pixels().shape()).containsExactly(4, 2, 3);
    assertThat(volume.pixels().type()).isEqualTo(DType.UINT8);
    assertThat(IntStream.range(0, 4).mapToDouble(i -> volume.pixels().get(i, 1, 2)).toArray())
        .containsExactly(4, 3, 2, 1);
    assertThat(volume.spacing()).containsExactly(2.5, 0.5, 0.25);
    assertThat(volume.placement().orElseThrow().at(3, 1, 2))
        .isEqualTo(new penumbra.core.PatientPosition.Vector(0.5, 0.5, 10));
    assertThat(volume.decodingSteps())
        .contains("Sorted by position along the normal of the slices' planes.");
  }

  @Test
  void aMissingSliceIsNamedByItsNeighbours() throws Exception {
    for (int i = 0; i < 9; i++) {
      if (i != 5 && i != 6) {
        series.slice("IM" + i, i, 2 * i);
      }
    }
    assertRefused(
        "must be a volume, and the slices of its series 2, CT, 7 slices of 2 x 3, must be without"
            + " gaps, but 2 are missing between IM4 and IM7, which are 6 mm apart where others are"
            + " 2 mm; copy the series again, or read it with its distances unknown by lenient reading");

    OrderedSlices lenient = series.only().stack(true);
    assertThat(numbers(lenient)).containsExactly(0, 1, 2, 3, 4, 7, 8);
    assertThat(lenient.distance()).isEmpty();
    assertThat(series.only().read(ReadOptions.standard().leniently()).spacing()).isEmpty();
  }

  @Test
  void anUnevenDistanceIsNamed() throws Exception {
    series.slice("a", 1, 0);
    series.slice("b", 2, 1);
    series.slice("c", 3, 2);
    series.slice("d", 4, 3.4);
    assertRefused(
        "must be a volume, and the slices of its series 2, CT, 4 slices of 2 x 3, must be at even"
            + " distances, but c and d are 1.4 mm apart where others are 1 mm; copy the series"
            + " again, or read it with its distances unknown by lenient reading");
  }

  @Test
  void positionsThatWereRoundedToATenthOfAMillimetreAreEven() throws Exception {
    for (int i = 0; i < 40; i++) {
      series.slice("IM" + i, i, Math.rint(6.25 * i) / 10);
    }
    assertThat(series.only().stack(false).distance().orElseThrow())
        .isCloseTo(0.625, org.assertj.core.api.Assertions.within(0.002));
  }

  @Test
  void aDoubledSliceIsNamedAndLeftOutLeniently() throws Exception {
    series.slice("a", 1, 0);
    series.slice("b", 2, 3);
    series.slice("c", 3, 6);
    series.slice("twice", 4, 3);
    assertRefused(
        "must be a volume, and the slices of its series 2, CT, 4 slices of 2 x 3, must hold each"
            + " place once, but b and twice both lie 3 mm from the first slice; copy the series"
            + " again, or take the first of them by lenient reading");

    OrderedSlices lenient = series.only().stack(true);
    assertThat(numbers(lenient)).containsExactly(1, 2, 3);
    assertThat(lenient.distance()).contains(3.0);
    assertThat(lenient.notes()).contains("Left out 1 slice at the place of another.");
  }

  @Test
  void aCopyOfASliceIsLeftOut() throws Exception {
    series.slice("a", 1, 0);
    series.slice("b", 2, 3);
    Files.copy(folder.resolve("b"), folder.resolve("copy of b"));

    OrderedSlices stack = series.only().stack(false);

    assertThat(numbers(stack)).containsExactly(1, 2);
    assertThat(stack.notes().getFirst())
        .isEqualTo("Left out 1 slice with the SOP Instance UID of another.");
  }

  @Test
  void slicesBesideTheLineOfTheOthersAreNotEven() throws Exception {
    series.slice("a", 1, 0, 0);
    series.slice("b", 2, 30, 3);
    series.slice("c", 3, 0, 6);
    assertRefused(
        "must be a volume, and the slices of its series 2, CT, 3 slices of 2 x 3, must lie behind"
            + " each other, but some lie more than a millimetre beside the line; copy the series"
            + " again, or read it with its distances unknown by lenient reading");
  }

  @Test
  void theSamePlacesAtSeveralTimesAreSeveralVolumes() throws Exception {
    for (int time = 1; time <= 3; time++) {
      for (int i = 0; i < 4; i++) {
        var tag = penumbra.dicom.Tag.of(0x0020, 0x0100);
        series.slice("t" + time + i, 10 * time + i, i, SmallSeries.text(tag, Vr.IS, "" + time));
      }
    }
    List<Series> all = series.all();
    assertThat(all).hasSize(3);
    assertThat(all.get(1).name()).isEqualTo("series-2-2");
    assertThat(all.get(1).describe())
        .isEqualTo("series 2, part 2 of 3 (time 2), CT, 4 slices of 2 x 3");
    assertThat(numbers(all.get(1).stack(false))).containsExactly(20, 21, 22, 23);
  }

  @Test
  void aLocalizerIsAPartOfItsOwn() throws Exception {
    series.slice("a", 1, 0);
    series.slice("b", 2, 3);
    series.slice(
        "localizer",
        3,
        0,
        SmallSeries.text(Tags.IMAGE_ORIENTATION_PATIENT, Vr.DS, "0\\1\\0\\0\\0\\-1"));
    assertThat(series.all()).extracting(part -> part.slices().size()).containsExactly(2, 1);
  }

  @Test
  void withoutPositionsTheInstanceNumbersCount() throws Exception {
    var between = SmallSeries.text(Tags.SPACING_BETWEEN_SLICES, Vr.DS, "4");
    series.placeless("a", 3, between);
    series.placeless("b", 1, between);
    series.placeless("c", 2, between);

    Radiograph volume = series.only().read(ReadOptions.standard());

    assertThat(volume.pixels().get(0, 0, 0)).isEqualTo(1);
    assertThat(volume.spacing()).containsExactly(4.0, 0.5, 0.25);
    assertThat(volume.placement()).isEmpty();
    assertThat(volume.decodingSteps().getLast())
        .isEqualTo(
            "The files do not say where the slices lie; they are in the order of their Instance"
                + " Numbers.");
  }

  @Test
  void withoutPositionsAMissingNumberIsNamed() throws Exception {
    series.placeless("a", 1);
    series.placeless("b", 2);
    series.placeless("d", 4);
    assertRefused(
        "must be a volume, and the slices of its series 2, CT, 3 slices of 2 x 3, must have every"
            + " Instance Number once, but b and d have 2 and 4 and follow each other; copy the"
            + " series again, or take them as they are by lenient reading");
    assertThat(numbers(series.only().stack(true))).containsExactly(1, 2, 4);
  }

  @Test
  void projectionsAreNoSlices() throws Exception {
    series.placeless("a", 1, SmallSeries.text(Tags.MODALITY, Vr.CS, "DX"));
    series.placeless("b", 2, SmallSeries.text(Tags.MODALITY, Vr.CS, "DX"));
    assertRefused(
        "must hold slices to be read as a volume, but holds projections (series 2, DX, 2 slices of"
            + " 2 x 3); read them one by one");
  }

  @Test
  void aVolumeWithinTheLimitOnly() throws Exception {
    series.slice("a", 1, 0);
    series.slice("b", 2, 3);
    Series only = series.only();
    assertThatThrownBy(() -> only.read(ReadOptions.standard().withLimits(new Limits(11))))
        .hasMessageContaining("must have at most 11 pixels in all, but has 2 slices of 2 x 3");
    assertThatThrownBy(() -> only.read(ReadOptions.standard().withValues(GreyValues.DISPLAY)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the values of a volume must be modality or stored ones");
  }

  @Test
  void aHeaderThatPromisesMoreFramesThanItsFileHasBytesIsRefused() throws Exception {
    series.slice("a", 1, 0, SmallSeries.text(Tags.NUMBER_OF_FRAMES, Vr.IS, "2000000"));
    assertThatThrownBy(series::all)
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("has 2000000 frames of 2 x 3 pixels");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1A", "0", "-2"})
  void framesAreCountedWhereTheirNumberIsNone(String number) throws Exception {
    series.placeless(
        "a",
        1,
        SmallSeries.text(Tags.NUMBER_OF_FRAMES, Vr.IS, number),
        Element.ofBytes(Tags.PIXEL_DATA, Vr.OB, new byte[3 * 2 * 3]));
    assertThat(series.only().slices()).hasSize(3);
  }

  @Test
  void otherFilesArePassedOver() throws Exception {
    series.slice("a", 1, 0);
    series.slice("b", 2, 3);
    Files.writeString(folder.resolve("notes.txt"), "no image");
    assertThat(series.only().slices()).hasSize(2);
  }
}
