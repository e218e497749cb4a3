package penumbra.dicom.codec.jpegls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import penumbra.dicom.DicomException;
import penumbra.dicom.codec.GoldenFrame;
import penumbra.dicom.codec.frame.FrameForm;
import penumbra.dicom.codec.frame.Samples;

class JpegLsDecoderTest {
  private static final String START = "FFD8";
  private static final String FRAME = "FFF7000B08000400040101" + "1100";
  private static final String SCAN = "FFDA00080101000000" + "00";

  /// The samples of the example in T.87, annex H.3.
  private static final String CODES =
      "C000006C80208E01C0000057400000" + "6EE6000001BC18000005D8000091" + "60";

  private static final String END = "FFD9";

  @Test
  void theExampleOfTheStandardDecodes() throws DicomException {
    Samples samples = decode(START + FRAME + SCAN + CODES + END);
    assertThat(samples.data().toArray(ValueLayout.JAVA_BYTE))
        .containsExactly(
            bytes(0, 0, 90, 74, 68, 50, 43, 205, 64, 145, 145, 145, 100, 145, 145, 145));
  }

  @Test
  void fillBytesAndForeignSegmentsArePassedOver() throws DicomException {
    String comment = "FFFF" + "FFFE0005414243";
    String application = "FFE80006FFD80000";
    Samples samples =
        decode(
            START + comment + FRAME + application + "FFFFFF" + SCAN + CODES + "FFFF" + END + "00");
    assertThat(samples.data().get(ValueLayout.JAVA_BYTE, 2)).isEqualTo((byte) 90);
  }

  @Test
  void widerSamplesAreLittleEndian() throws DicomException {
    Samples samples =
        new JpegLsDecoder().decode(hex(START + FRAME + SCAN + CODES + END), form(4, 4, 1, 16));
    assertThat(samples.bytesPerSample()).isEqualTo(2);
    assertThat(samples.bits()).isEqualTo(8);
    assertThat(samples.data().asSlice(4, 4).toArray(ValueLayout.JAVA_BYTE))
        .containsExactly(bytes(90, 0, 74, 0));
  }

  @Test
  void anotherSizeThanAnnouncedIsRefused() {
    byte[] coded = hex(START + FRAME + SCAN + CODES + END);
    assertThatThrownBy(() -> new JpegLsDecoder().decode(coded, form(4, 5, 1, 8)))
        .isInstanceOf(DicomException.class)
        .hasMessage(
            "the JPEG-LS frame must be 4 x 5 with 1 samples a pixel, as the data set says, but is"
                + " 4 x 4 with 1 samples a pixel; copy or download the file again");
    assertThatThrownBy(() -> new JpegLsDecoder().decode(coded, form(4, 4, 1, 32)))
        .hasMessage(
            "the JPEG-LS frame must fit samples of 32 bits allocated, which must be 8 or 16, but"
                + " has 8 bits; copy or download the file again");
  }

  @Test
  void whatIsNotSupportedIsNamedWithItsPlace() {
    assertRefused(
        FRAME + "FFF800050201" + "01",
        "must stand for themselves, but has a table that maps them at byte 15;");
    assertRefused(
        "FFF8000704" + "020101" + "01",
        "at most 65535 lines and columns, but gives larger sizes at byte 2;");
    assertRefused(
        FRAME + "FFDA0008010105000000",
        "must stand for themselves, but are mapped by a table at byte 15;");
    assertRefused(
        FRAME + "FFDA0008010100000002",
        "must have all their bits, but there is a point transform of 2 at byte 15;");
    assertRefused(
        FRAME + "FFE800076D726678" + "01",
        "must not be transformed, but are by transform 1 at byte 15; decompress the file with"
            + " another program first, for example gdcmconv --raw");
  }

  @Test
  void whatIsDamagedIsNamedWithItsPlace() {
    assertRefused("", "a JPEG-LS frame must be whole, but ends at byte 2;");
    assertRefused("00", "must have a marker at byte 2, but there is 00;");
    assertRefused("FFC0000B0800040004010111" + "00", "marker C0 at byte 2 of a JPEG-LS frame must");
    assertRefused(
        "FFF7000B",
        "marker F7 at byte 2 must be within the frame's 6 bytes, but is said to have 11;");
    assertRefused(
        "FFF7000508" + "0004",
        "marker F7 at byte 2 of a JPEG-LS frame must be well formed, but ends too early;");
    assertRefused(FRAME + FRAME, "but begins a second frame;");
    assertRefused(SCAN, "but begins a scan before the frame;");
    assertRefused(FRAME + END, "must hold 1 samples a pixel, but ends after 0 of them at byte 15;");
    assertRefused(FRAME + "FFDA0008010200000000", "but names component 2;");
    assertRefused(FRAME + "FFDA0008010100000300", "but says interleave mode 3 of 1 components;");
    assertRefused(
        FRAME + "FFDA0008010100800000" + CODES,
        "samples up to 255 must be at most half of that off, but says 128;");
    assertRefused(
        FRAME + "FFF8000D01" + "00FF" + "0009" + "0007" + "0015" + "0040" + SCAN,
        "must be in order and fit 8 bits, but says MAXVAL=255 T1=9 T2=7 T3=21 RESET=64 for NEAR=0;");
    assertRefused(FRAME + "FFF8000309", "but has parameters of type 9;");
  }

  @Test
  void samplesThatEndEarlyOrLateAreRefused() {
    assertRefused(
        FRAME + SCAN + CODES.substring(0, 20) + END,
        "must be whole, but its samples end at byte 35;");
    assertRefused(
        FRAME + SCAN + CODES + "0000000000" + END,
        "must end where its lines are full, but has more of them at byte");
    assertRefused(
        FRAME + SCAN + "000000000000000000000000" + END,
        "must be in its code, but there are impossible bits before");
  }

  @Test
  void restartMarkersOutOfTurnAreRefused() throws IOException {
    GoldenFrame frame =
        GoldenFrame.all("jpeg-ls").stream()
            .filter(golden -> golden.toString().startsWith("charls restarts"))
            .findFirst()
            .orElseThrow();
    byte[] coded = frame.coded();
    int at = 0;
    while (coded[at] != -1 || coded[at + 1] != (byte) 0xD1) {
      at++;
    }
    int begin = at;
    coded[begin + 1] = (byte) 0xD2;
    assertThatThrownBy(() -> new JpegLsDecoder().decode(coded, frame.form()))
        .hasMessage(
            "marker D2 at byte "
                + begin
                + " of a JPEG-LS frame must be well formed, but should be D1; copy or download the"
                + " file again");
  }

  private static void assertRefused(String behindStart, String text) {
    assertThatThrownBy(() -> decode(START + behindStart))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining(text);
  }

  private static Samples decode(String coded) throws DicomException {
    return new JpegLsDecoder().decode(hex(coded), form(4, 4, 1, 8));
  }

  private static FrameForm form(int rows, int columns, int samples, int bits) {
    return new FrameForm(rows, columns, samples, bits, bits, false);
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
