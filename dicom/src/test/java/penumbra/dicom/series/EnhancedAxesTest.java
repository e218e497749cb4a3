package penumbra.dicom.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.core.Radiograph;
import penumbra.dicom.DataSet;
import penumbra.dicom.DataSetBuilder;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.Vr;
import penumbra.io.format.ReadOptions;

/// Objects of many frames that show the same places several times: frames place after place, each
/// with a group that says what it is.
class EnhancedAxesTest {
  private static final int VOLUMES = 2;
  private static final int SLICES = 3;
  private static final Tag DIMENSIONS = Tag.of(0x0020, 0x9222);
  private static final Tag POINTER = Tag.of(0x0020, 0x9165);
  private static final Tag CONTENT = Tag.of(0x0020, 0x9111);

  @TempDir Path folder;

  /// A functional group of each volume's frames.
  private interface Group {
    Element of(int volume, int slice);
  }

  private List<Series> written(Group group, Element... more) throws Exception {
    List<DataSet> frames = new ArrayList<>();
    byte[] pixels = new byte[VOLUMES * SLICES * 6];
    for (int slice = 0; slice < SLICES; slice++) {
      for (int volume = 0; volume < VOLUMES; volume++) {
        Element place = SmallSeries.text(Tags.IMAGE_POSITION_PATIENT, Vr.DS, "0\\0\\" + 5 * slice);
        int frame = frames.size();
        java.util.Arrays.fill(pixels, 6 * frame, 6 * frame + 6, (byte) (10 * volume + slice));
        frames.add(
            DataSet.of(
                Element.ofItems(Tags.PLANE_POSITION_SEQUENCE, List.of(DataSet.of(place))),
                group.of(volume, slice)));
      }
    }
    DataSet shared =
        DataSet.of(
            Element.ofItems(
                Tags.PLANE_ORIENTATION_SEQUENCE,
                List.of(
                    DataSet.of(
                        SmallSeries.text(
                            Tags.IMAGE_ORIENTATION_PATIENT, Vr.DS, "1\\0\\0\\0\\1\\0")))));
    DataSet elements =
        new DataSetBuilder()
            .text(Tags.NUMBER_OF_FRAMES, "" + frames.size())
            .items(Tags.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared)
            .items(Tags.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frames.toArray(DataSet[]::new))
            .add(Element.ofBytes(Tags.PIXEL_DATA, Vr.OB, pixels))
            .add(more)
            .build();
    SmallSeries series = new SmallSeries(folder);
    series.placeless("enhanced", 1, elements.elements().toArray(Element[]::new));
    return series.all();
  }

  private static void assertVolumes(List<Series> parts, String... places) throws Exception {
    assertThat(parts)
        .extracting(part -> part.coordinates().stream().map(Coordinate::describe).toList())
        .containsExactlyElementsOf(java.util.Arrays.stream(places).map(List::of).toList());
    for (int volume = 0; volume < VOLUMES; volume++) {
      Radiograph read = parts.get(volume).read(ReadOptions.standard());
      assertThat(read.pixels().shape()).containsExactly(SLICES, 2, 3);
      for (int slice = 0; slice < SLICES; slice++) {
        assertThat(read.pixels().get(slice, 1, 1)).isEqualTo(10 * volume + slice);
      }
    }
  }

  private static Element numbers(Tag tag, Vr vr, int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      if (vr == Vr.FD) {
        bytes.putDouble(value);
      } else {
        bytes.putInt(value);
      }
    }
    return Element.ofBytes(tag, vr, java.util.Arrays.copyOf(bytes.array(), bytes.position()));
  }

  @Test
  void timesOfTheFrameContent() throws Exception {
    assertVolumes(
        written((volume, _) ->
            Element.ofItems(
                CONTENT, List.of(DataSet.of(numbers(Mark.TIME_INDEX.tag(), Vr.UL, volume + 1))))),
        "time 1",
        "time 2");
  }

  @Test
  void bValuesOfTheDiffusionGroup() throws Exception {
    assertVolumes(
        written((volume, _) ->
            Element.ofItems(
                Tag.of(0x0018, 0x9117),
                List.of(DataSet.of(numbers(Mark.B_VALUE.tag(), Vr.FD, 700 * volume))))),
        "b-value 0 s/mm2",
        "b-value 700 s/mm2");
  }

  @Test
  void directionsOfTheDiffusionGroup() throws Exception {
    assertVolumes(
        written((volume, _) ->
            Element.ofItems(
                Tag.of(0x0018, 0x9117),
                List.of(
                    DataSet.of(
                        Element.ofItems(
                            Tag.of(0x0018, 0x9076),
                            List.of(
                                DataSet.of(
                                    numbers(
                                        Mark.DIRECTION.tag(), Vr.FD, 1 - volume, volume, 0)))))))),
        "direction 1, 0, 0",
        "direction 0, 1, 0");
  }

  @Test
  void echoesOfTheEchoGroup() throws Exception {
    assertVolumes(
        written((volume, _) ->
            Element.ofItems(
                Tag.of(0x0018, 0x9114),
                List.of(DataSet.of(numbers(Mark.EFFECTIVE_ECHO_TIME.tag(), Vr.FD, 5 + volume))))),
        "echo time 5 ms",
        "echo time 6 ms");
  }

  @Test
  void theDimensionsThatTheObjectNamesExceptThoseOfSpace() throws Exception {
    Element axes =
        Element.ofItems(
            DIMENSIONS,
            List.of(
                DataSet.of(
                    Element.ofBytes(POINTER, Vr.AT, new byte[] {0x20, 0, 0x57, (byte) 0x90})),
                DataSet.of(
                    Element.ofBytes(
                        POINTER, Vr.AT, new byte[] {0x18, 0, (byte) 0x82, (byte) 0x90}))));
    assertVolumes(
        written(
            (volume, slice) ->
                Element.ofItems(
                    CONTENT,
                    List.of(
                        DataSet.of(numbers(Mark.DIMENSIONS.tag(), Vr.UL, slice + 1, volume + 1)))),
            axes),
        "dimension Effective Echo Time 1",
        "dimension Effective Echo Time 2");
  }

  @Test
  void withoutAnyOfThemTheOrderOfTheFrames() throws Exception {
    assertVolumes(
        written((_, _) -> Element.ofItems(CONTENT, List.of(DataSet.empty()))),
        "repetition 1",
        "repetition 2");
  }
}
