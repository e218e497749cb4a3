package penumbra.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static penumbra.dicom.pixel.PixelObjects.coded;
import static penumbra.dicom.pixel.PixelObjects.colour;
import static penumbra.dicom.pixel.PixelObjects.frames;
import static penumbra.dicom.pixel.PixelObjects.grey;
import static penumbra.dicom.pixel.PixelObjects.with;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import penumbra.dicom.DataSet;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.codec.Jpeg2000Streams;
import penumbra.io.format.Limits;

class CodedPixelsTest {
  private static final TransferSyntax JPEG_2000 = TransferSyntax.JPEG_2000_LOSSLESS;
  private static final byte[] NONE = {};

  @Test
  void framesInFragmentsAreDecoded() throws Exception {
    byte[] first = Jpeg2000Streams.named("grey-16").coded;
    byte[] second = Jpeg2000Streams.named("passes-all").coded;
    DataSet data =
        coded(
            frames(grey(37, 29, 16), 2),
            NONE,
            Arrays.copyOf(first, 700),
            Arrays.copyOfRange(first, 700, first.length),
            second);
    PixelData pixels = PixelData.of(data, JPEG_2000);
    for (int i = 0; i < 2; i++) {
      StoredFrame frame = pixels.frame(i, Limits.standard());
      assertThat(frame.values()).hasToString("(37, 29) uint16");
      assertThat(frame.values().toBytes()).isEqualTo(Jpeg2000Streams.named("grey-16").samples);
      assertThat(frame.steps()).containsExactly("Decoded JPEG 2000 Lossless, 16 bits a sample.");
    }
  }

  @Test
  void theDataSetSaysWhetherThereIsASign() throws Exception {
    var stream = Jpeg2000Streams.named("grey-12-signed");
    DataSet data = with(with(grey(37, 29, 16), Tags.BITS_STORED, 12), Tags.HIGH_BIT, 11);
    DataSet signed = coded(with(data, Tags.PIXEL_REPRESENTATION, 1), NONE, stream.coded);
    StoredFrame frame = PixelData.of(signed, JPEG_2000).frame(0, Limits.standard());
    assertThat(frame.values()).hasToString("(37, 29) int16");
    assertThat(frame.values().toBytes()).isEqualTo(stream.samples);
    assertThat(frame.steps()).contains("Decoded JPEG 2000 Lossless, 12 bits a sample.");
    StoredFrame unsigned =
        PixelData.of(coded(data, NONE, stream.coded), JPEG_2000).frame(0, Limits.standard());
    assertThat(unsigned.steps())
        .contains(
            "Decoded JPEG 2000 Lossless, 12 bits a sample, signed, though the Pixel Representation"
                + " says unsigned.");
    StoredFrame eleven =
        PixelData.of(coded(with(signed, Tags.BITS_STORED, 11), NONE, stream.coded), JPEG_2000)
            .frame(0, Limits.standard());
    assertThat(eleven.steps())
        .contains("Decoded JPEG 2000 Lossless, 12 bits a sample, though Bits Stored says 11.");
    double value = frame.values().get(0, 0);
    assertThat(unsigned.values().get(0, 0)).isEqualTo(value < 0 ? value + 4096 : value);
  }

  @Test
  void theColourTransformOfJpeg2000IsUndoneOnce() throws Exception {
    var stream = Jpeg2000Streams.named("colour-rct");
    for (String photometric : new String[] {"YBR_RCT", "RGB"}) {
      DataSet data = coded(colour(37, 29, 8, photometric, 0), NONE, stream.coded);
      StoredFrame frame = PixelData.of(data, JPEG_2000).frame(0, Limits.standard());
      assertThat(frame.values()).hasToString("(37, 29, 3) uint8");
      assertThat(frame.values().toBytes()).isEqualTo(stream.samples);
    }
  }

  @Test
  void syntaxesThatAreNotReadAreNamed() throws Exception {
    DataSet data = coded(grey(1, 1, 8), NONE, new byte[2]);
    assertThatThrownBy(
            () -> PixelData.of(data, TransferSyntax.JPEG_XL_LOSSLESS).frame(0, Limits.standard()))
        .hasMessage(
            "must be in a transfer syntax whose pixels can be read, but is JPEG XL Lossless"
                + " (1.2.840.10008.1.2.4.110); decompress it elsewhere first, or have its source send"
                + " it uncompressed");
    assertThatThrownBy(
            () -> PixelData.of(data, TransferSyntax.MPEG4_HIGH).frame(0, Limits.standard()))
        .hasMessage(
            "must be in a transfer syntax whose pixels can be read, but is MPEG-4 High Profile"
                + " (1.2.840.10008.1.2.4.102); rewrite it with another tool, such as gdcmconv"
                + " --raw");
  }

  @Test
  void codedPixelsAreWholeNumbers() {
    DataSet data = coded(grey(1, 1, 64), NONE, new byte[2]);
    assertThatThrownBy(() -> PixelData.of(data, JPEG_2000).frame(0, Limits.standard()))
        .hasMessage(
            "must have whole numbers of up to 32 bits where it is coded, but has 64 bits in"
                + " (7FE0,0010); convert it with another tool first");
  }

  @Test
  void framesUnderTheWrongLabelAreReadByTheirMarkersAndToldSo() throws Exception {
    byte[] coded = Jpeg2000Streams.named("grey-16").coded;
    DataSet data = coded(grey(37, 29, 16), NONE, coded);
    StoredFrame frame =
        PixelData.of(data, TransferSyntax.JPEG_LOSSLESS_SV1).frame(0, Limits.standard());
    assertThat(frame.values().toBytes()).isEqualTo(Jpeg2000Streams.named("grey-16").samples);
    assertThat(frame.steps())
        .containsExactly(
            "Decoded JPEG 2000, which the coded frame is, though the transfer syntax says JPEG"
                + " Lossless, first-order prediction (mislabelled), 16 bits a sample.");
  }

  @Test
  void framesBeforeTheDamageAreReadLeniently() throws Exception {
    byte[] first = Jpeg2000Streams.named("grey-16").coded;
    DataSet data = coded(frames(grey(37, 29, 16), 3), NONE, first, Arrays.copyOf(first, 99));
    PixelData pixels = PixelData.of(data, JPEG_2000);
    assertThatThrownBy(() -> pixels.frame(0, Limits.standard()))
        .hasMessageContaining("or read what is there leniently");
    StoredFrame frame = pixels.leniently().frame(0, Limits.standard());
    assertThat(frame.values().toBytes()).isEqualTo(Jpeg2000Streams.named("grey-16").samples);
    assertThat(frame.steps()).contains("Found 2 of 3 frames, the last of them perhaps cut off.");
    assertThatThrownBy(() -> pixels.leniently().frame(1, Limits.standard()))
        .hasMessageContaining("must have whole JPEG 2000 frames");
    assertThatThrownBy(() -> pixels.leniently().frame(2, Limits.standard()))
        .hasMessageContaining("ends in frame 2");
  }
}
