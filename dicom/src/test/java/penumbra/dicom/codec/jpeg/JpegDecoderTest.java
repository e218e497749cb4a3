package penumbra.dicom.codec.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.ValueLayout;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.dicom.codec.JpegEdit;
import penumbra.dicom.codec.JpegStreams;
import penumbra.dicom.codec.frame.FrameForm;
import penumbra.dicom.codec.frame.Samples;

class JpegDecoderTest {
  static List<JpegStreams.Stream> streams() {
    return JpegStreams.all();
  }

  @ParameterizedTest
  @MethodSource("streams")
  void samplesAreThoseOfDcmtkBitForBit(JpegStreams.Stream stream) throws Exception {
    Samples samples = new JpegDecoder().decode(stream.coded(), stream.form());
    assertThat(samples.data().toArray(ValueLayout.JAVA_BYTE)).isEqualTo(stream.samples());
    assertThat(samples.bits()).isEqualTo(stream.form().bitsStored());
    assertThat(samples.signed()).isFalse();
  }

  @Test
  void samplesAreWidenedToTheBytesThatTheDataSetAllocates() throws Exception {
    var stream = JpegStreams.named("baseline-7x13");
    for (int bytes : new int[] {2, 4}) {
      var form = new FrameForm(7, 13, 1, 8 * bytes, 8, false);
      byte[] wide =
          new JpegDecoder().decode(stream.coded(), form).data().toArray(ValueLayout.JAVA_BYTE);
      byte[] expected = new byte[7 * 13 * bytes];
      for (int i = 0; i < 7 * 13; i++) {
        expected[bytes * i] = stream.samples()[i];
      }
      assertThat(wide).isEqualTo(expected);
    }
  }

  @Test
  void theHeightMayStandBehindTheFirstScan() throws Exception {
    var stream = JpegStreams.named("grey-22");
    byte[] withDnl = JpegEdit.heightBehindScan(stream.coded(), stream.form().rows());
    Samples samples = new JpegDecoder().decode(withDnl, stream.form());
    assertThat(samples.data().toArray(ValueLayout.JAVA_BYTE)).isEqualTo(stream.samples());
  }

  @Test
  void whatAScanOfASequentialProcessSaysOfCoefficientsDoesNotCount() throws Exception {
    var stream = JpegStreams.named("extended-12-7x13");
    byte[] odd = stream.coded().clone();
    // Ss, Se, AhAl follow the one component of the scan.
    odd[JpegEdit.find(odd, JpegMarker.SOS) + 8] = 0;
    Samples samples = new JpegDecoder().decode(odd, stream.form());
    assertThat(samples.data().toArray(ValueLayout.JAVA_BYTE)).isEqualTo(stream.samples());
  }

  @Test
  void anEndMarkerIsNotNeededAndWhatFollowsItDoesNotCount() throws Exception {
    var stream = JpegStreams.named("baseline-17x9");
    byte[] coded = stream.coded();
    int end = JpegEdit.find(coded, JpegMarker.EOI);
    for (int length : new int[] {end, coded.length + 5}) {
      byte[] other = java.util.Arrays.copyOf(coded, length);
      Samples samples = new JpegDecoder().decode(other, stream.form());
      assertThat(samples.data().toArray(ValueLayout.JAVA_BYTE)).isEqualTo(stream.samples());
    }
  }

  @Test
  void theInputIsLeftAlone() throws Exception {
    var stream = JpegStreams.named("progressive-colour");
    byte[] before = stream.coded().clone();
    new JpegDecoder().decode(stream.coded(), stream.form());
    assertThat(stream.coded()).isEqualTo(before);
  }

  @Test
  void colourIsWhatTheMarkersSay() throws Exception {
    byte[] plain = JpegStreams.named("sampling-11-11-11-one-scan").coded();
    assertThat(JpegDecoder.colour(plain)).isEqualTo(JpegColour.UNSAID);
    assertThat(JpegDecoder.colour(JpegStreams.named("grey-22").coded())).isEqualTo(JpegColour.GREY);
    byte[] jfif = JpegEdit.withSegment(plain, JpegMarker.APP0, 'J', 'F', 'I', 'F', 0, 1, 1);
    assertThat(JpegDecoder.colour(jfif)).isEqualTo(JpegColour.YCBCR);
    assertThat(JpegDecoder.colour(adobe(plain, 1))).isEqualTo(JpegColour.YCBCR);
    assertThat(JpegDecoder.colour(adobe(plain, 0))).isEqualTo(JpegColour.RGB);
    byte[] letters = plain.clone();
    int frame = JpegEdit.find(plain, JpegMarker.SOF_BASELINE);
    for (int i = 0; i < 3; i++) {
      letters[frame + 10 + 3 * i] = (byte) "RGB".charAt(i);
    }
    assertThat(JpegDecoder.colour(letters)).isEqualTo(JpegColour.RGB);
  }

  private static byte[] adobe(byte[] coded, int transform) {
    return JpegEdit.withSegment(
        coded, JpegMarker.APP14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, transform);
  }
}
