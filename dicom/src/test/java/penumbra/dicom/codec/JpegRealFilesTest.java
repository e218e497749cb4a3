package penumbra.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.dicom.RealFiles;
import penumbra.dicom.codec.frame.FrameForm;
import penumbra.dicom.codec.frame.Samples;
import penumbra.dicom.codec.jpeg.JpegDecoder;

/// Public DICOM files in `../shared/data/dicom`, seen from the project's root, against a digest of
/// the samples that dcmdjpeg and gdcmconv both give. `JPEG-lossy.dcm` says in its scan header that
/// the last coefficient is the first.
class JpegRealFilesTest {
  private static final int ITEM = 0xE000FFFE;

  @ParameterizedTest
  @CsvSource({
    "JPEG-LL.dcm, 1024, 256, 1, 16, a6e9d32143339d3f",
    "JPEG-lossy.dcm, 1024, 256, 1, 16, d30242775a414c01",
    "JPGExtended.dcm, 1024, 256, 1, 16, d30242775a414c01",
    "JPGLosslessP14SV1_1s_1f_8b.dcm, 768, 1024, 1, 8, 36e27e4f1e87a7d5",
    "SC_rgb_jpeg_dcmtk.dcm, 100, 100, 3, 8, ddddadc3c3d361b5",
  })
  void samplesAreThoseOfDcmtkAndGdcm(
      String name, int rows, int columns, int samplesPerPixel, int bits, String digest)
      throws Exception {
    Path file = RealFiles.dicom(name);
    var form = new FrameForm(rows, columns, samplesPerPixel, bits, bits, false);
    Samples samples = new JpegDecoder().decode(fragments(Files.readAllBytes(file)), form);
    byte[] bytes = samples.data().toArray(ValueLayout.JAVA_BYTE);
    byte[] whole = MessageDigest.getInstance("SHA-256").digest(bytes);
    assertThat(HexFormat.of().formatHex(whole)).startsWith(digest);
  }

  /// The first item that begins like a JPEG stream, and those that follow.
  private static byte[] fragments(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    while (bytes.getInt(at) != ITEM || bytes.getShort(at + 8) != (short) 0xD8FF) {
      at++;
    }
    var frame = new ByteArrayOutputStream();
    while (bytes.getInt(at) == ITEM) {
      int length = bytes.getInt(at + 4);
      frame.write(file, at + 8, length);
      at += 8 + length;
    }
    return frame.toByteArray();
  }
}
