package penumbra.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static penumbra.dicom.pixel.PixelObjects.coded;
import static penumbra.dicom.pixel.PixelObjects.colour;
import static penumbra.dicom.pixel.PixelObjects.pixels;
import static penumbra.dicom.pixel.PixelObjects.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.core.NdArray;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.codec.Jpeg2000Streams;
import penumbra.dicom.codec.JpegEdit;
import penumbra.dicom.codec.JpegStreams;
import penumbra.io.format.Limits;
import penumbra.io.pixel.Luma;

/// Colours whose kind is told several ways.
class ColourFaultsTest {
  private static final byte[] NONE = {};
  private static final int APP0 = 0xE0;
  private static final int APP14 = 0xEE;

  private static StoredFrame read(DataSet data, byte[] stream, TransferSyntax syntax)
      throws DicomException {
    return PixelData.of(coded(data, NONE, stream), syntax).frame(0, Limits.standard());
  }

  private static byte[] marked(byte[] stream, String marker) {
    return switch (marker) {
      case "JFIF" ->
          JpegEdit.withSegment(stream, APP0, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0);
      case "Adobe 0" -> adobe(stream, 0);
      case "Adobe 1" -> adobe(stream, 1);
      case "ids RGB" -> JpegEdit.named(stream, 'R', 'G', 'B');
      case "ids 012" -> JpegEdit.named(stream, 0, 1, 2);
      default -> stream;
    };
  }

  private static byte[] adobe(byte[] stream, int transform) {
    return JpegEdit.withSegment(
        stream, APP14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, transform);
  }

  /// The stream is of three components at full size, without a word of its own.
  @ParameterizedTest
  @CsvSource({
    "none, RGB, RGB",
    "none, YBR_FULL, YBR",
    "none, YBR_FULL_422, YBR",
    "ids 012, YBR_FULL_422, YBR",
    "ids 012, RGB, RGB",
    "JFIF, RGB, YBR",
    "JFIF, YBR_FULL_422, YBR",
    "Adobe 1, RGB, YBR",
    "Adobe 0, YBR_FULL_422, RGB",
    "Adobe 0, YBR_FULL, RGB",
    "Adobe 0, RGB, RGB",
    "ids RGB, YBR_FULL, RGB",
    "ids RGB, RGB, RGB",
  })
  void theMarkersOfAJpegFrameCount(String marker, String photometric, String meant)
      throws DicomException {
    JpegStreams.Stream plain = JpegStreams.named("sampling-11-11-11-one-scan");
    DataSet data = colour(37, 41, 8, photometric, 0);
    StoredFrame frame = read(data, marked(plain.coded(), marker), TransferSyntax.JPEG_BASELINE);
    boolean ybr = meant.equals("YBR");
    byte[] expected = plain.samples().clone();
    if (ybr) {
      int[] line = new int[3];
      for (int at = 0; at < expected.length; at += 3) {
        for (int i = 0; i < 3; i++) {
          line[i] = expected[at + i] & 0xFF;
        }
        new Ybr(8, true).toRgb(line, 0);
        for (int i = 0; i < 3; i++) {
          expected[at + i] = (byte) line[i];
        }
      }
    }
    assertThat(frame.values().toBytes()).isEqualTo(expected);
    assertThat(frame.odd().isEmpty()).isEqualTo(photometric.startsWith("YBR") == ybr);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 3, none, YBR_FULL",
    "'', 1, none, YBR_FULL",
    "MONOCHROME2, 1, none, YBR_FULL",
    "'', 3, JFIF, YBR_FULL",
    "'', 3, Adobe 0, RGB",
    "MONOCHROME2, 3, Adobe 0, RGB",
  })
  void threeSamplesOfLossyJpegAreLumaAndChromaUnlessSomethingSaysOtherwise(
      String photometric, int samples, String marker, String meant) throws DicomException {
    byte[] plain = JpegStreams.named("sampling-11-11-11-one-scan").coded();
    DataSet told = with(colour(37, 41, 8, photometric, 0), Tags.SAMPLES_PER_PIXEL, samples);
    StoredFrame frame = read(told, marked(plain, marker), TransferSyntax.JPEG_BASELINE);
    StoredFrame right = read(colour(37, 41, 8, meant, 0), plain, TransferSyntax.JPEG_BASELINE);
    assertThat(frame.values().sameBits(right.values())).isTrue();
    assertThat(frame.odd()).isNotEmpty();
  }

  @Test
  void coarseChromaIsNoRed() throws DicomException {
    JpegStreams.Stream coarse = JpegStreams.named("sampling-21-11-11-one-scan");
    NdArray told =
        read(colour(37, 41, 8, "YBR_FULL_422", 0), coarse.coded(), TransferSyntax.JPEG_BASELINE)
            .values();
    StoredFrame wrong =
        read(colour(37, 41, 8, "RGB", 0), coarse.coded(), TransferSyntax.JPEG_BASELINE);
    assertThat(wrong.values().sameBits(told)).isTrue();
    assertThat(wrong.odd()).singleElement().asString().contains("the markers count");
  }

  @Test
  void jfifInALosslessFrameSaysNothing() throws DicomException {
    JpegStreams.Stream lossless = JpegStreams.named("lossless-colour");
    StoredFrame frame =
        read(colour(7, 13, 8, "RGB", 0), lossless.coded(), TransferSyntax.JPEG_LOSSLESS_SV1);
    assertThat(frame.values().toBytes()).isEqualTo(lossless.samples());
    assertThat(frame.odd()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "colour-rct, RGB, false, true",
    "colour-rct, YBR_RCT, false, false",
    "colour-rct, YBR_FULL, false, true",
    "lossy-ict, YBR_FULL_422, false, true",
    "colour-plain, RGB, false, false",
    "colour-plain, YBR_RCT, false, true",
    "colour-plain, YBR_FULL, true, false",
  })
  void theTransformOfAJpeg2000FrameIsUndoneOnce(
      String name, String photometric, boolean turned, boolean odd) throws DicomException {
    var stream = Jpeg2000Streams.named(name);
    StoredFrame frame =
        read(colour(37, 29, 8, photometric, 0), stream.coded, TransferSyntax.JPEG_2000);
    if (stream.lossless) {
      assertThat(java.util.Arrays.equals(frame.values().toBytes(), stream.samples))
          .isEqualTo(!turned);
    }
    assertThat(frame.steps().contains("Turned luma and chroma into red, green and blue by BT.601."))
        .isEqualTo(turned);
    assertThat(frame.odd().isEmpty()).isEqualTo(!odd);
  }

  @Test
  void chromaOfEachPixelIsReadThoughItIsSaidToBeShared() throws DicomException {
    int[] samples = {76, 85, 255, 255, 128, 128, 99, 128, 128};
    for (String photometric : new String[] {"YBR_FULL_422", "YBR_FULL"}) {
      StoredFrame frame = PixelObjects.read(pixels(colour(1, 3, 8, photometric, 0), samples));
      assertThat(frame.values().toDoubles()).containsExactly(254, 0, 0, 255, 255, 255, 99, 99, 99);
      assertThat(frame.odd().isEmpty()).isEqualTo(photometric.equals("YBR_FULL"));
    }
  }

  @ParameterizedTest
  @CsvSource({"ARGB, 0, 0", "ARGB, 1, 0", "RGBA, 0, 3", "RGB, 0, 3"})
  void anOpacityIsLeftOut(String photometric, int planar, int opacity) throws DicomException {
    int[] samples = new int[8];
    for (int i = 0; i < 8; i++) {
      int pixel = planar == 1 ? i % 2 : i / 4;
      int band = planar == 1 ? i / 2 : i % 4;
      samples[i] = band == opacity ? 200 : 10 * pixel + (opacity == 0 ? band : band + 1);
    }
    DataSet data = with(colour(1, 2, 8, photometric, planar), Tags.SAMPLES_PER_PIXEL, 4);
    StoredFrame frame = PixelObjects.read(pixels(data, samples));
    assertThat(frame.values()).hasToString("(1, 2, 3) uint8");
    assertThat(frame.values().toDoubles()).containsExactly(1, 2, 3, 11, 12, 13);
    assertThat(frame.odd()).isNotEmpty();
  }

  @Test
  void coloursOfThirtyTwoBitsHaveALuma() throws DicomException {
    int[] bytes = {0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255};
    NdArray values = PixelObjects.values(pixels(colour(1, 1, 32, "RGB", 0), bytes));
    assertThat(values).hasToString("(1, 1, 3) uint32");
    assertThat(Luma.of(values).get(0, 0)).isEqualTo(255.0 * (1 << 24));
  }
}
