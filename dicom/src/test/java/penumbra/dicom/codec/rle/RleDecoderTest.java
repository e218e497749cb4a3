package penumbra.dicom.codec.rle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import penumbra.dicom.DicomException;
import penumbra.dicom.codec.frame.FrameForm;
import penumbra.dicom.codec.frame.Samples;

class RleDecoderTest {
  private static final FrameForm FIVE_BYTES = new FrameForm(1, 5, 1, 8, 8, false);

  @Test
  void runsAndLiteralsAndNoOperationsUnpack() throws DicomException {
    assertThat(unpacked(frame(64, 128, 1, 7, 8, 254, 9))).containsExactly(7, 8, 9, 9, 9);
  }

  @Test
  void theMostSignificantByteComesFirst() throws DicomException {
    byte[] coded = frame(2, new int[] {64, 66}, 255, 1, 255, 2);
    Samples samples = new RleDecoder().decode(coded, new FrameForm(1, 2, 1, 16, 12, true));
    assertThat(samples.data().toArray(ValueLayout.JAVA_BYTE)).containsExactly(2, 1, 2, 1);
    assertThat(samples.bits()).isEqualTo(16);
    assertThat(samples.signed()).isFalse();
  }

  @Test
  void oneByteOfPaddingIsPassedOver() throws DicomException {
    byte[] five = {9, 9, 9, 9, 9};
    assertThat(unpacked(frame(64, 252, 9, 0))).isEqualTo(five); // of the segment
    assertThat(unpacked(frame(64, 252, 9, 0, 0))).isEqualTo(five); // of the plane, as a literal
    assertThat(unpacked(frame(64, 251, 9))).isEqualTo(five); // of the plane, within a run
  }

  @Test
  void moreThanPaddingIsRefused() {
    assertRefused(
        frame(64, 252, 9, 0, 0, 0),
        "RLE segment 1 must unpack to 5 bytes, but has 3 bytes left at byte 66;");
    assertRefused(
        frame(64, 250, 9),
        "RLE segment 1 must unpack to 5 bytes, but goes beyond them with the run at byte 64;");
  }

  @Test
  void shortSegmentsAreRefused() {
    String rule = "RLE segment 1 must unpack to 5 bytes, but ends at byte ";
    assertRefused(frame(64, 253, 9), rule + "66 of the frame, after 4;");
    assertRefused(frame(64, 253, 9, 0), rule + "67 of the frame, after 4;");
    assertRefused(frame(64, 4, 1, 2, 3, 4), rule + "69 of the frame, after 0;");
    assertThatThrownBy(() ->
            new RleDecoder().decode(frame(64, 129, 9), new FrameForm(600, 800, 1, 8, 8, false)))
        .hasMessage(
            "the segments of an RLE frame must unpack to 480000 bytes, but ends at byte 66; copy"
                + " or download the file again");
  }

  @Test
  void theHeaderMustFitTheDataSet() {
    assertRefused(new byte[63], "must begin with a header of 64 bytes, but ends at byte 63;");
    assertRefused(
        frame(2, new int[] {64, 66}, 252, 9),
        "an RLE frame of 1 samples per pixel and 8 bits must have 1 segments, but says 2 at byte 0;");
    assertRefused(frame(63, 252, 9), "behind its header, but is said to begin at byte 63;");
    assertRefused(frame(-1, 252, 9), "behind its header, but is said to begin at byte 4294967295;");
    byte[] crossed = frame(2, new int[] {66, 64}, 255, 1, 255, 2);
    assertThatThrownBy(
            () -> new RleDecoder().decode(crossed, new FrameForm(1, 2, 1, 16, 16, false)))
        .hasMessageContaining(
            "RLE segment 2 must begin behind the one before it, but is said to begin at byte 64;");
    assertThatThrownBy(
            () -> new RleDecoder().decode(frame(64, 252, 9), new FrameForm(1, 5, 1, 1, 1, false)))
        .hasMessageContaining("must have 8, 16 or 32 bits allocated, but has 1;");
  }

  private static byte[] unpacked(byte[] coded) throws DicomException {
    return new RleDecoder().decode(coded, FIVE_BYTES).data().toArray(ValueLayout.JAVA_BYTE);
  }

  private static void assertRefused(byte[] coded, String text) {
    assertThatThrownBy(() -> new RleDecoder().decode(coded, FIVE_BYTES))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining(text);
  }

  private static byte[] frame(int offset, int... packed) {
    return frame(1, new int[] {offset}, packed);
  }

  private static byte[] frame(int segments, int[] offsets, int... packed) {
    ByteBuffer frame = ByteBuffer.allocate(64 + packed.length).order(ByteOrder.LITTLE_ENDIAN);
    frame.putInt(0, segments);
    for (int i = 0; i < offsets.length; i++) {
      frame.putInt(4 + 4 * i, offsets[i]);
    }
    for (int i = 0; i < packed.length; i++) {
      frame.put(64 + i, (byte) packed[i]);
    }
    return frame.array();
  }
}
