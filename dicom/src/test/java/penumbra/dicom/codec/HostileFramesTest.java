package penumbra.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import penumbra.dicom.DicomException;
import penumbra.dicom.codec.frame.FrameDecoder;
import penumbra.dicom.codec.jpegls.JpegLsDecoder;
import penumbra.dicom.codec.rle.RleDecoder;

/// Frames that were cut or changed: they decode to something or give our own error, and nothing
/// else.
@Timeout(120) // against hanging, and far more than it takes
class HostileFramesTest {
  private static final int CHANGED_EACH = 150;

  @Test
  void jpegLsThatIsCutAnywhereIsAnError() throws IOException {
    for (GoldenFrame frame : GoldenFrame.all("jpeg-ls")) {
      // Without its end marker, and perhaps the padding in its last byte, a frame is whole.
      assertEveryCutIsAnError(new JpegLsDecoder(), frame, 4);
    }
  }

  @Test
  void rleThatIsCutAnywhereIsAnError() throws IOException {
    for (GoldenFrame frame : GoldenFrame.all("rle")) {
      assertEveryCutIsAnError(new RleDecoder(), frame, 2);
    }
  }

  @Test
  void jpegLsThatWasChangedGivesNoOtherError() throws IOException {
    assertOnlyOurErrors(new JpegLsDecoder(), GoldenFrame.all("jpeg-ls"));
  }

  @Test
  void rleThatWasChangedGivesNoOtherError() throws IOException {
    assertOnlyOurErrors(new RleDecoder(), GoldenFrame.all("rle"));
  }

  private static void assertEveryCutIsAnError(FrameDecoder decoder, GoldenFrame frame, int spare) {
    byte[] coded = frame.coded();
    for (int length = 0; length < coded.length - spare; length++) {
      if (decodes(decoder, Arrays.copyOf(coded, length), frame)) {
        fail("%s decodes from %d of its %d bytes", frame, length, coded.length);
      }
    }
  }

  private static void assertOnlyOurErrors(FrameDecoder decoder, List<GoldenFrame> frames) {
    var random = new Random(87);
    int refused = 0;
    for (GoldenFrame frame : frames) {
      for (int i = 0; i < CHANGED_EACH; i++) {
        byte[] coded = frame.coded();
        int changes = 1 + random.nextInt(4);
        for (int change = 0; change < changes; change++) {
          // Half of them in the headers.
          int within = random.nextBoolean() ? Math.min(80, coded.length) : coded.length;
          coded[random.nextInt(within)] = (byte) random.nextInt(256);
        }
        refused += decodes(decoder, coded, frame) ? 0 : 1;
      }
    }
    assertThat(refused).isGreaterThan(frames.size() * CHANGED_EACH / 4);
  }

  private static boolean decodes(FrameDecoder decoder, byte[] coded, GoldenFrame frame) {
    try {
      long bytes = frame.form().samples() * frame.form().bytesPerSample();
      assertThat(decoder.decode(coded, frame.form()).data().byteSize()).isEqualTo(bytes);
      return true;
    } catch (DicomException ours) {
      assertThat(ours.getMessage()).doesNotContain("\n");
      return false;
    } catch (RuntimeException other) {
      throw new AssertionError("of " + frame, other);
    }
  }
}
