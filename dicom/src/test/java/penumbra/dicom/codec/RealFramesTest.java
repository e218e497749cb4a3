package penumbra.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.dicom.RealFiles;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.codec.frame.Samples;

/// Frames of public DICOM files, against the pixels of dcmtk and GDCM; skipped where the files are
/// missing.
class RealFramesTest {
  private static final int PIXEL_DATA = 0x00107FE0;
  private static final int ITEM = 0xE000FFFE;

  static List<String> frames() throws IOException {
    return GoldenFrame.lines("real");
  }

  @ParameterizedTest
  @MethodSource("frames")
  void decodeAsOthersDecodeThem(String line) throws IOException {
    String[] words = line.split("\t");
    Path file = RealFiles.dicom(words[0]);
    Samples samples = Codecs.of(syntax(words[0])).decode(onlyFrame(file), GoldenFrame.form(words));
    assertThat(GoldenFrame.digest(samples)).isEqualTo(words[6]);
  }

  private static TransferSyntax syntax(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    if (name.contains("rle")) {
      return TransferSyntax.RLE_LOSSLESS;
    }
    return name.contains("near")
        ? TransferSyntax.JPEG_LS_NEAR_LOSSLESS
        : TransferSyntax.JPEG_LS_LOSSLESS;
  }

  /// The items behind the last tag of pixel data, less the first, which is the table of offsets.
  private static byte[] onlyFrame(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int at = bytes.limit() - 4;
    while (bytes.getInt(at) != PIXEL_DATA || bytes.getInt(at + 12) != ITEM) {
      at--;
    }
    at += 12;
    at += 8 + bytes.getInt(at + 4);
    var frame = new ByteArrayOutputStream();
    while (bytes.getInt(at) == ITEM) {
      int length = bytes.getInt(at + 4);
      frame.write(bytes.array(), at + 8, length);
      at += 8 + length;
    }
    return frame.toByteArray();
  }
}
