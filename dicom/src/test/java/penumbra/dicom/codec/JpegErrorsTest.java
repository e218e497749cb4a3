package penumbra.dicom.codec;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static penumbra.dicom.codec.JpegEdit.find;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import penumbra.dicom.DicomException;
import penumbra.dicom.codec.frame.FrameForm;
import penumbra.dicom.codec.jpeg.JpegDecoder;
import penumbra.dicom.codec.jpeg.JpegMarker;

class JpegErrorsTest {
  private static final String COPY_AGAIN =
      "; copy the file again, or ask its maker for a sound one";

  private final JpegStreams.Stream grey = JpegStreams.named("grey-22");
  private final byte[] coded = grey.coded().clone();
  private final int frame = find(coded, JpegMarker.SOF_BASELINE);

  @Test
  void noJpeg() {
    fails(
        new byte[] {1, 2, 3},
        "must begin with the JPEG marker SOI, but does not at byte 0 of the coded frame"
            + COPY_AGAIN);
  }

  @Test
  void noFrame() {
    fails(
        new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9},
        "must have a frame header (SOF) before its scans, but has none at byte 2 of the coded frame"
            + COPY_AGAIN);
  }

  @Test
  void otherSizeThanTheDataSets() {
    assertThatThrownBy(() -> new JpegDecoder().decode(coded, new FrameForm(25, 30, 1, 8, 8, false)))
        .isInstanceOf(DicomException.class)
        .hasMessage(
            "must have coded frames of 25 x 30 pixels (rows x columns) of 1 samples of at most 8"
                + " bits, but has a JPEG frame of 25 x 31 pixels of 1 samples of 8 bits; ask"
                + " its maker to correct the data set");
  }

  @Test
  void moreBitsThanAreAllocated() {
    var deep = JpegStreams.named("extended-12-7x13");
    assertThatThrownBy(
            () -> new JpegDecoder().decode(deep.coded(), new FrameForm(7, 13, 1, 8, 8, false)))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("has a JPEG frame of 7 x 13 pixels of 1 samples of 12 bits");
  }

  @Test
  void arithmeticCoding() {
    coded[frame + 1] = (byte) 0xC9;
    fails(
        coded,
        "must be coded by a JPEG process with Huffman codes (SOF0 to SOF3), but has SOF9 at byte "
            + frame
            + " of the coded frame; convert it with the software that wrote it");
  }

  @Test
  void precisionOfNoProcess() {
    coded[frame + 4] = 9;
    fails(
        coded,
        "must have samples of 8 bits, of 12 where it is extended, or of 2 to 16 where it is"
            + " lossless, but has samples of 9 bits at byte "
            + frame
            + " of the coded frame"
            + COPY_AGAIN);
  }

  @Test
  void twoFrameHeaders() {
    byte[] twice =
        JpegEdit.withSegment(coded, JpegMarker.SOF_BASELINE, 8, 0, 25, 0, 31, 1, 1, 0x11, 0);
    fails(
        twice,
        "must have one frame header, but has a second one at byte "
            + (frame + 13)
            + " of the coded frame"
            + COPY_AGAIN);
  }

  @Test
  void dataThatEnds() {
    int scan = find(coded, JpegMarker.SOS);
    int length = (scan + coded.length) / 2;
    fails(
        Arrays.copyOf(coded, length),
        "must have coded data for all of its pixels, but its data ends at byte "
            + length
            + " of the coded frame"
            + COPY_AGAIN);
  }

  @Test
  void aVastFrameWithoutData() {
    for (int i = 5; i < 9; i++) {
      coded[frame + i] = (byte) 0xFF;
    }
    assertThatThrownBy(
            () -> new JpegDecoder().decode(coded, new FrameForm(65535, 65535, 1, 8, 8, false)))
        .isInstanceOf(DicomException.class)
        .hasMessage(
            "must have at least 16777216 bytes for 65535 x 65535 pixels, but has a coded frame of "
                + coded.length
                + COPY_AGAIN);
  }

  @Test
  void aMissingTable() {
    coded[find(coded, JpegMarker.DQT) + 4] = 1;
    int behind = find(coded, JpegMarker.SOS) + 10;
    fails(
        coded,
        "must define the tables that its scans name, but lacks quantization table 0 at byte "
            + behind
            + " of the coded frame"
            + COPY_AGAIN);
  }

  @Test
  void tooManyCodes() {
    int table = find(coded, JpegMarker.DHT);
    // All codes are said to be of one bit.
    int codes = 0;
    for (int length = 1; length <= 16; length++) {
      codes += coded[table + 4 + length];
      coded[table + 4 + length] = 0;
    }
    coded[table + 5] = (byte) codes;
    fails(
        coded,
        "must have Huffman tables that can be, but has one of too many codes of 1 bits at byte "
            + table
            + " of the coded frame"
            + COPY_AGAIN);
  }

  @Test
  void aLostRestartMarker() {
    byte[] marked = JpegStreams.named("restart-every-block").coded().clone();
    marked[find(marked, JpegMarker.RST0 + 3) + 1] = (byte) (JpegMarker.RST0 + 4);
    assertThatThrownBy(() -> new JpegDecoder().decode(marked, grey.form()))
        .isInstanceOf(DicomException.class)
        .hasMessageStartingWith("must have a restart marker of number 3, but has none at byte ");
  }

  @Test
  void aDifferentNumberOfLinesBehindTheScan() {
    assertThatThrownBy(
            () -> new JpegDecoder().decode(JpegEdit.heightBehindScan(coded, 24), grey.form()))
        .isInstanceOf(DicomException.class)
        .hasMessageStartingWith("must have 25 rows, but has 24 by its DNL marker at byte ");
  }

  @Test
  void aComponentWithoutScan() {
    var colour = JpegStreams.named("sampling-11-11-11-three-scan");
    int first = find(colour.coded(), JpegMarker.SOS);
    byte[] rest = Arrays.copyOfRange(colour.coded(), first + 10, colour.coded().length);
    byte[] one = Arrays.copyOf(colour.coded(), first + 10 + find(rest, JpegMarker.DHT));
    assertThatThrownBy(() -> new JpegDecoder().decode(one, colour.form()))
        .isInstanceOf(DicomException.class)
        .hasMessage("must have scans of all 3 components, but lacks those of 2" + COPY_AGAIN);
  }

  @Test
  void aProgressiveFrameWithoutEnd() {
    var progressive = JpegStreams.named("progressive-8");
    byte[] all = progressive.coded();
    byte[] some = Arrays.copyOf(all, find(all, JpegMarker.EOI));
    assertThatThrownBy(() -> new JpegDecoder().decode(some, progressive.form()))
        .isInstanceOf(DicomException.class)
        .hasMessage(
            "must end with the JPEG marker EOI, but does not at byte "
                + some.length
                + " of the coded frame"
                + COPY_AGAIN);
  }

  @Test
  void aPredictorThatIsNone() {
    var lossless = JpegStreams.named("noise-8-predictor-1-restart-1");
    byte[] wrong = lossless.coded().clone();
    int scan = find(wrong, JpegMarker.SOS);
    wrong[scan + 7] = 0;
    assertThatThrownBy(() -> new JpegDecoder().decode(wrong, lossless.form()))
        .isInstanceOf(DicomException.class)
        .hasMessage(
            "must have a predictor of 1 to 7 and a point transform below its 8 bits, but has 0 and"
                + " 0 at byte "
                + (scan + 10)
                + " of the coded frame"
                + COPY_AGAIN);
  }

  @Test
  void aRestartAmidARowOfALosslessFrame() {
    var lossless = JpegStreams.named("noise-8-predictor-1-restart-1");
    byte[] wrong = lossless.coded().clone();
    wrong[find(wrong, JpegMarker.DRI) + 5] = 5;
    assertThatThrownBy(() -> new JpegDecoder().decode(wrong, lossless.form()))
        .isInstanceOf(DicomException.class)
        .hasMessageStartingWith("must restart after whole rows of 17 pixels, but does so after 5");
  }

  private void fails(byte[] stream, String message) {
    assertThatThrownBy(() -> new JpegDecoder().decode(stream, grey.form()))
        .isInstanceOf(DicomException.class)
        .hasMessage(message);
  }
}
