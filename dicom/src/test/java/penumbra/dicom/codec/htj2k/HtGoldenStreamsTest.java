package penumbra.dicom.codec.htj2k;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.ValueLayout;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.dicom.codec.Jpeg2000Streams;
import penumbra.dicom.codec.frame.FrameForm;
import penumbra.dicom.codec.frame.Samples;
import penumbra.dicom.codec.jpeg2000.Jpeg2000Decoder;

/// Codestreams of OpenJPH and of `conformance/htj2k_streams.py`, with the samples of OpenJPEG.
class HtGoldenStreamsTest {
  static List<Jpeg2000Streams.Stream> streams() {
    return Jpeg2000Streams.highThroughput();
  }

  /// The wavelet of whole numbers gives the same bits everywhere, even where coefficients are cut
  /// off. The other one may be rounded differently, and OpenJPEG's gain of high frequencies is off
  /// in its fifth digit: by 2 of 65,536 at most.
  @ParameterizedTest
  @MethodSource("streams")
  void samplesAreThoseOfOpenJpeg(Jpeg2000Streams.Stream stream) throws Exception {
    Samples samples = new Jpeg2000Decoder().decode(stream.coded, stream.form);
    byte[] bytes = samples.data().toArray(ValueLayout.JAVA_BYTE);
    assertThat(samples.bits()).isEqualTo(stream.form.bitsStored());
    assertThat(samples.signed()).isEqualTo(stream.form.signed());
    if (!stream.name.startsWith("irreversible")) {
      assertThat(bytes).isEqualTo(stream.samples);
      return;
    }
    assertThat(stream.lossless).isFalse();
    int[] found = numbers(bytes, stream.form);
    int[] expected = numbers(stream.samples, stream.form);
    assertThat(found).hasSameSizeAs(expected);
    int near = stream.form.bitsStored() == 16 ? 2 : 1;
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i]).isBetween(expected[i] - near, expected[i] + near);
    }
  }

  private static int[] numbers(byte[] bytes, FrameForm form) {
    int size = form.bytesPerSample();
    int[] numbers = new int[bytes.length / size];
    for (int i = 0; i < numbers.length; i++) {
      int high = bytes[size * i + size - 1];
      high = form.signed() ? high : high & 0xFF;
      numbers[i] = size == 1 ? high : (high << 8) | (bytes[2 * i] & 0xFF);
    }
    return numbers;
  }

  @Test
  void theInputIsLeftAlone() throws Exception {
    var stream = Jpeg2000Streams.highThroughputNamed("refined");
    byte[] before = stream.coded.clone();
    new Jpeg2000Decoder().decode(stream.coded, stream.form);
    assertThat(stream.coded).isEqualTo(before);
  }
}
