package penumbra.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.dicom.codec.frame.FrameForm;
import penumbra.dicom.codec.frame.Samples;
import penumbra.dicom.codec.jpegls.JpegLsDecoder;
import penumbra.dicom.codec.rle.RleDecoder;

/// Frames that CharLS, dcmtk, GDCM and pydicom wrote, against the samples that these programs read.
class GoldenFramesTest {
  static List<GoldenFrame> jpegLs() throws IOException {
    return GoldenFrame.all("jpeg-ls");
  }

  static List<GoldenFrame> rle() throws IOException {
    return GoldenFrame.all("rle");
  }

  @ParameterizedTest
  @MethodSource
  void jpegLs(GoldenFrame frame) throws IOException {
    Samples samples = new JpegLsDecoder().decode(frame.coded(), frame.form());
    assertThat(GoldenFrame.digest(samples)).isEqualTo(frame.digest());
    // GDCM codes all the bits that are allocated.
    assertThat(samples.bits()).isBetween(frame.form().bitsStored(), frame.form().bitsAllocated());
    assertIsOf(frame.form(), samples);
  }

  @ParameterizedTest
  @MethodSource
  void rle(GoldenFrame frame) throws IOException {
    Samples samples = new RleDecoder().decode(frame.coded(), frame.form());
    assertThat(GoldenFrame.digest(samples)).isEqualTo(frame.digest());
    assertThat(samples.bits()).isEqualTo(frame.form().bitsAllocated());
    assertIsOf(frame.form(), samples);
  }

  private static void assertIsOf(FrameForm form, Samples samples) {
    assertThat(samples.height()).isEqualTo(form.rows());
    assertThat(samples.width()).isEqualTo(form.columns());
    assertThat(samples.bands()).isEqualTo(form.samplesPerPixel());
    assertThat(samples.bytesPerSample()).isEqualTo(form.bytesPerSample());
    assertThat(samples.signed()).isFalse();
  }
}
