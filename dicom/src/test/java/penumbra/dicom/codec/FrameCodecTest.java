package penumbra.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import penumbra.dicom.TransferSyntax;

class FrameCodecTest {
  @Test
  void everyGoldenStreamIsTold() throws IOException {
    for (JpegStreams.Stream stream : JpegStreams.all()) {
      assertThat(FrameCodec.of(stream.coded()).isJpeg()).as(stream.toString()).isTrue();
    }
    for (GoldenFrame frame : GoldenFrame.all("jpeg-ls")) {
      assertThat(FrameCodec.of(frame.coded())).as(frame.toString()).isEqualTo(FrameCodec.JPEG_LS);
    }
    for (Jpeg2000Streams.Stream stream : Jpeg2000Streams.all()) {
      assertThat(FrameCodec.of(stream.coded)).as(stream.name).isEqualTo(FrameCodec.JPEG_2000);
    }
    for (Jpeg2000Streams.Stream stream : Jpeg2000Streams.highThroughput()) {
      assertThat(FrameCodec.of(stream.coded)).as(stream.name).isEqualTo(FrameCodec.HTJ2K);
    }
  }

  @Test
  void theFrameHeaderTellsTheProcessOfAJpeg() {
    int[] markers = {0xC0, 0xC1, 0xC2, 0xC3, 0xF7, 0xDA, 0xD9};
    FrameCodec[] kinds = {
      FrameCodec.JPEG_BASELINE,
      FrameCodec.JPEG_EXTENDED,
      FrameCodec.JPEG_PROGRESSIVE,
      FrameCodec.JPEG_LOSSLESS,
      FrameCodec.JPEG_LS,
      FrameCodec.UNKNOWN,
      FrameCodec.UNKNOWN
    };
    for (int i = 0; i < markers.length; i++) {
      byte[] coded = {
        -1, (byte) 0xD8, -1, (byte) 0xE0, 0, 3, 7, -1, -1, (byte) markers[i], 0, 2, 0, 0
      };
      assertThat(FrameCodec.of(coded)).isEqualTo(kinds[i]);
    }
  }

  @Test
  void whatEndsBeforeItTellsIsUnknown() {
    byte[] coded = Jpeg2000Streams.named("grey-16").coded;
    byte[] jpeg = JpegStreams.all().getFirst().coded();
    for (int length = 0; length < 6; length++) {
      assertThat(FrameCodec.of(Arrays.copyOf(jpeg, length))).isEqualTo(FrameCodec.UNKNOWN);
    }
    assertThat(FrameCodec.of(Arrays.copyOf(coded, 3))).isEqualTo(FrameCodec.UNKNOWN);
    assertThat(FrameCodec.of(new byte[] {-1, (byte) 0xD8, -1, (byte) 0xE0, 0, 0, -1, -1, 0, 0}))
        .isEqualTo(FrameCodec.UNKNOWN);
  }

  @Test
  void onlyThoseOfItsSyntaxSuitIt() {
    assertThat(FrameCodec.JPEG_BASELINE.suits(TransferSyntax.JPEG_EXTENDED)).isTrue();
    assertThat(FrameCodec.JPEG_EXTENDED.suits(TransferSyntax.JPEG_BASELINE)).isFalse();
    assertThat(FrameCodec.JPEG_LS.suits(TransferSyntax.JPEG_LOSSLESS_SV1)).isFalse();
    assertThat(FrameCodec.JPEG_LOSSLESS.suits(TransferSyntax.JPEG_2000)).isFalse();
    assertThat(FrameCodec.JPEG_2000.suits(TransferSyntax.JPEG_LS_LOSSLESS)).isFalse();
    assertThat(FrameCodec.HTJ2K.suits(TransferSyntax.HTJ2K_LOSSLESS_RPCL)).isTrue();
    assertThat(FrameCodec.HTJ2K.suits(TransferSyntax.JPEG_2000)).isFalse();
    assertThat(FrameCodec.JPEG_2000.suits(TransferSyntax.HTJ2K)).isFalse();
    for (TransferSyntax syntax : TransferSyntax.values()) {
      assertThat(FrameCodec.UNKNOWN.suits(syntax)).isTrue();
    }
    assertThat(FrameCodec.JPEG_2000.suits(TransferSyntax.RLE_LOSSLESS)).isFalse();
    assertThat(FrameCodec.JPEG_PROGRESSIVE.suits(TransferSyntax.JPEG_SPECTRAL_SELECTION)).isTrue();
    assertThat(FrameCodec.JPEG_BASELINE.suits(TransferSyntax.JPEG_FULL_PROGRESSION)).isFalse();
    assertThat(FrameCodec.JPEG_LOSSLESS.suits(TransferSyntax.JPEG_LOSSLESS_ARITHMETIC)).isTrue();
  }
}
