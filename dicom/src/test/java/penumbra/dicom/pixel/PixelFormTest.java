package penumbra.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static penumbra.dicom.pixel.PixelObjects.colour;
import static penumbra.dicom.pixel.PixelObjects.grey;
import static penumbra.dicom.pixel.PixelObjects.pixels;
import static penumbra.dicom.pixel.PixelObjects.with;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Element;
import penumbra.dicom.Tags;
import penumbra.dicom.Vr;

class PixelFormTest {
  private final DataSet data = pixels(grey(2, 3, 8), 1, 2, 3, 4, 5, 6);

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(DataSet data) {
    return assertThatThrownBy(() -> form(data)).isInstanceOf(DicomException.class);
  }

  private static PixelForm form(DataSet data) throws DicomException {
    return form(data, _ -> {});
  }

  private static PixelForm form(DataSet data, Consumer<String> odd) throws DicomException {
    long bits = data.bytes(Tags.PIXEL_DATA).map(bytes -> 8 * bytes.byteSize()).orElse(0L);
    return new PixelFormReader(data, OptionalLong.of(bits), odd).read();
  }

  @Test
  void whatIsMissingIsNamed() {
    refused(data.without(Tags.ROWS))
        .hasMessage(
            "must have Rows (0028,0010) from 1 to 65535, but has none; ask its maker to correct it");
    refused(data.without(Tags.BITS_ALLOCATED))
        .hasMessageContaining("must have Bits Allocated (0028,0100) of at least 1, but has none");
    refused(data.without(Tags.PIXEL_DATA)).hasMessageContaining("must have pixel data");
  }

  @Test
  void whatIsWrongIsNamed() {
    refused(with(data, Tags.COLUMNS, 0))
        .hasMessageContaining("Columns (0028,0011) from 1 to 65535");
    refused(with(data, Tags.BITS_ALLOCATED, 40))
        .hasMessage(
            "must have Bits Allocated (0028,0100) of 1 to 32, or 64, but has 40; convert it with"
                + " another tool first");
    refused(with(data, Tags.PIXEL_REPRESENTATION, 2))
        .hasMessageContaining("Pixel Representation (0028,0103) from 0 to 1, but has 2");
    refused(with(data, Tags.PLANAR_CONFIGURATION, 2))
        .hasMessageContaining("Planar Configuration (0028,0006) from 0 to 1, but has 2");
    DataSet five = pixels(grey(2, 3, 8), 1, 2, 3, 4, 5);
    refused(with(five, Tags.SAMPLES_PER_PIXEL, 3))
        .hasMessageContaining("Samples per Pixel (0028,0002) of 1, but has 3");
    refused(with(data, Tags.SAMPLES_PER_PIXEL, 2).without(Tags.PHOTOMETRIC_INTERPRETATION))
        .hasMessageContaining("Samples per Pixel (0028,0002) of 1, but has 2");
    refused(data.with(Element.ofText(Tags.PHOTOMETRIC_INTERPRETATION, Vr.CS, "HSV")))
        .hasMessageContaining("has 'HSV'");
    DataSet floats =
        colour(1, 1, 8, "RGB", 0).with(Element.ofBytes(Tags.FLOAT_PIXEL_DATA, Vr.OF, new byte[12]));
    refused(floats)
        .hasMessageContaining("must be grey where its pixels are floating-point numbers");
  }

  @ParameterizedTest
  @CsvSource({
    "monochrome1, MONOCHROME1",
    "Monochrome2, MONOCHROME2",
    "MONOCHROME 1, MONOCHROME1",
    "MONOCHROME, MONOCHROME2",
    "'', MONOCHROME2",
    "palette_color, PALETTE COLOR",
  })
  void anInterpretationIsKnownHoweverItIsWritten(String written, String meant)
      throws DicomException {
    List<String> odd = new ArrayList<>();
    Element element = Element.ofText(Tags.PHOTOMETRIC_INTERPRETATION, Vr.CS, written);
    assertThat(form(data.with(element), odd::add).photometric().term()).isEqualTo(meant);
    assertThat(odd).singleElement().asString().contains("(0028,0004)").contains(meant);
  }

  /// Of 2 x 3 pixels of 8 bits: the length of the pixel data tells how many samples there are.
  @ParameterizedTest
  @CsvSource({
    "RGB, 1, 6, MONOCHROME2",
    "YBR_FULL, 1, 6, MONOCHROME2",
    "MONOCHROME2, 3, 6, MONOCHROME2",
    "MONOCHROME1, 3, 6, MONOCHROME1",
    "MONOCHROME2, 3, 18, RGB",
    "RGB, 1, 18, RGB",
    "RGB, 4, 24, RGBA",
    "RGB, 4, 18, RGB",
    "ARGB, 3, 18, RGB",
    "'', 3, 18, RGB",
    "PALETTE COLOR, 3, 18, RGB",
  })
  void theLengthTellsHowManySamplesThereAre(
      String photometric, int samples, int length, String meant) throws DicomException {
    List<String> odd = new ArrayList<>();
    DataSet told =
        with(pixels(grey(2, 3, 8), new int[length]), Tags.SAMPLES_PER_PIXEL, samples)
            .with(Element.ofText(Tags.PHOTOMETRIC_INTERPRETATION, Vr.CS, photometric));
    assertThat(form(told, odd::add).photometric().term()).isEqualTo(meant);
    assertThat(odd).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "16, 0, 0, 16, 15",
    "16, 0, 11, 16, 15",
    "16, 32, 31, 16, 15",
    "16, 16, 11, 16, 15",
    "16, 12, 7, 12, 11",
    "16, 12, 16, 12, 11",
    "16, 12, 15, 12, 15",
    "8, 12, 11, 8, 7",
    "8, 8, 0, 8, 7",
  })
  void bitsThatCannotBeAreThoseThatCan(int allocated, int stored, int high, int taken, int top)
      throws DicomException {
    List<String> odd = new ArrayList<>();
    DataSet told = pixels(grey(1, 1, allocated), 1, 2);
    PixelForm form =
        form(with(with(told, Tags.BITS_STORED, stored), Tags.HIGH_BIT, high), odd::add);
    assertThat(form.bitsStored()).isEqualTo(taken);
    assertThat(form.highBit()).isEqualTo(top);
    assertThat(odd.isEmpty()).isEqualTo(stored == taken && high == top);
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "x", "1 frame", "1.5"})
  void aNumberOfFramesThatCannotBeIsCounted(String written) throws DicomException {
    List<String> odd = new ArrayList<>();
    Element element = Element.ofText(Tags.NUMBER_OF_FRAMES, Vr.IS, written);
    DataSet three = pixels(grey(2, 3, 8), new int[18]).with(element);
    assertThat(form(three, odd::add).frames()).isEqualTo(3);
    assertThat(odd).singleElement().asString().startsWith("Number of Frames (0028,0008) is ");
    assertThat(form(data.with(element)).frames()).isEqualTo(1);
  }
}
