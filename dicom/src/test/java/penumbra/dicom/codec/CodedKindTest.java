package penumbra.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import penumbra.dicom.TransferSyntax;

class CodedKindTest {
  @Test
  void everyGoldenStreamIsTold() throws IOException {
    for (JpegStreams.Stream stream : JpegStreams.all()) {
      assertThat(CodedKind.of(stream.coded()).isJpeg()).as(stream.toString()).isTrue();
    }
    for (GoldenFrame frame : GoldenFrame.all("jpeg-ls")) {
      assertThat(CodedKind.of(frame.coded())).as(frame.toString()).isEqualTo(CodedKind.JPEG_LS);
    }
    for (Jpeg2000Streams.Stream stream : Jpeg2000Streams.all()) {
      assertThat(CodedKind.of(stream.coded)).as(stream.name).isEqualTo(CodedKind.JPEG_2000);
    }
    for (Jpeg2000Streams.Stream stream : Jpeg2000Streams.highThroughput()) {
      assertThat(CodedKind.of(stream.coded)).as(stream.name).isEqualTo(CodedKind.HTJ2K);
    }
  }

  @Test
  void theFrameHeaderTellsTheProcessOfAJpeg() {
    int[] markers = {0xC0, 0xC1, 0xC2, 0xC3, 0xF7, 0xDA, 0xD9};
    CodedKind[] kinds = {
      CodedKind.JPEG_BASELINE,
      CodedKind.JPEG_EXTENDED,
      CodedKind.JPEG_PROGRESSIVE,
      CodedKind.JPEG_LOSSLESS,
      CodedKind.JPEG_LS,
      CodedKind.UNKNOWN,
      CodedKind.UNKNOWN
    };
    for (int i = 0; i < markers.length; i++) {
      byte[] coded = {
        -1, (byte) 0xD8, -1, (byte) 0xE0, 0, 3, 7, -1, -1, (byte) markers[i], 0, 2, 0, 0
      };
      assertThat(CodedKind.of(coded)).isEqualTo(kinds[i]);
    }
  }

  @Test
  void whatEndsBeforeItTellsIsUnknown() {
    byte[] coded = Jpeg2000Streams.named("grey-16").coded;
    byte[] jpeg = JpegStreams.all().getFirst().coded();
    for (int length = 0; length < 6; length++) {
      assertThat(CodedKind.of(Arrays.copyOf(jpeg, length))).isEqualTo(CodedKind.UNKNOWN);
    }
    assertThat(CodedKind.of(Arrays.copyOf(coded, 3))).isEqualTo(CodedKind.UNKNOWN);
    assertThat(CodedKind.of(new byte[] {-1, (byte) 0xD8, -1, (byte) 0xE0, 0, 0, -1, -1, 0, 0}))
        .isEqualTo(CodedKind.UNKNOWN);
  }

  @Test
  void onlyThoseOfItsSyntaxSuitIt() {
    assertThat(CodedKind.JPEG_BASELINE.suits(TransferSyntax.JPEG_EXTENDED)).isTrue();
    assertThat(CodedKind.JPEG_EXTENDED.suits(TransferSyntax.JPEG_BASELINE)).isFalse();
    assertThat(CodedKind.JPEG_LS.suits(TransferSyntax.JPEG_LOSSLESS_SV1)).isFalse();
    assertThat(CodedKind.JPEG_LOSSLESS.suits(TransferSyntax.JPEG_2000)).isFalse();
    assertThat(CodedKind.JPEG_2000.suits(TransferSyntax.JPEG_LS_LOSSLESS)).isFalse();
    assertThat(CodedKind.HTJ2K.suits(TransferSyntax.HTJ2K_LOSSLESS_RPCL)).isTrue();
    assertThat(CodedKind.HTJ2K.suits(TransferSyntax.JPEG_2000)).isFalse();
    assertThat(CodedKind.JPEG_2000.suits(TransferSyntax.HTJ2K)).isFalse();
    for (TransferSyntax syntax : TransferSyntax.values()) {
      assertThat(CodedKind.UNKNOWN.suits(syntax)).isTrue();
    }
    assertThat(CodedKind.JPEG_2000.suits(TransferSyntax.RLE_LOSSLESS)).isTrue();
  }
}
