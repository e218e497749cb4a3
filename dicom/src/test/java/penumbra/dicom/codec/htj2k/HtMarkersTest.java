package penumbra.dicom.codec.htj2k;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import penumbra.dicom.codec.Jpeg2000Streams;
import penumbra.dicom.codec.jpeg2000.Jpeg2000Decoder;

/// What the markers of part 15 say, and what is refused.
class HtMarkersTest {
  private static final int CAP = 0x50;
  private static final int COD = 0x52;
  private static final int SOD = 0x93;

  /// Where the style of code-blocks stands behind the marker COD.
  private static final int STYLE = 12;

  private final Jpeg2000Streams.Stream stream = Jpeg2000Streams.highThroughputNamed("cleanup");

  @Test
  void theCapabilitiesMayBeSilentAboutIt() throws Exception {
    byte[] coded = stream.coded.clone();
    coded[6] = 0;
    int cap = find(coded, CAP);
    byte[] without = new byte[coded.length - 10];
    System.arraycopy(coded, 0, without, 0, cap);
    System.arraycopy(coded, cap + 10, without, cap, without.length - cap);
    assertThat(decode(without)).isEqualTo(stream.samples);
  }

  @Test
  void otherPartsOfTheStandardAreNamed() {
    byte[] coded = stream.coded.clone();
    coded[find(coded, CAP) + 4] |= 0x40;
    assertThatThrownBy(() -> decode(coded))
        .hasMessage(
            "must have JPEG 2000 frames of parts 1 and 15 of the standard, but has ones that need"
                + " part 2; uncompress it with another tool first, such as gdcmconv --raw");
  }

  @Test
  void mixedComponentsWhoseOtherBlocksEndEachPassAreNamed() {
    byte[] coded = stream.coded.clone();
    coded[find(coded, COD) + STYLE] = (byte) 0xC4;
    assertThatThrownBy(() -> decode(coded))
        .hasMessageContaining(
            "but mixes high-throughput code-blocks with such as end after each pass");
    coded[find(coded, COD) + STYLE] = (byte) 0x80;
    assertThatThrownBy(() -> decode(coded))
        .hasMessageContaining("has a coding style that the standard does not know");
  }

  @Test
  void theLengthOfTheSuffixIsChecked() {
    byte[] coded = stream.coded.clone();
    coded[coded.length - 3] = (byte) 0xFE;
    assertThatThrownBy(() -> decode(coded))
        .hasMessageMatching(
            "must have whole JPEG 2000 frames, but has a code-block of \\d+ bytes with a suffix of"
                + " 40\\d\\d bytes; copy it again from its source");
  }

  @Test
  void aBlockOfOneByteIsRefused() {
    // Passes 1, no more length bits, length 1 of 3 bits: 0 0 001.
    byte[] coded = Arrays.copyOf(stream.coded, find(stream.coded, SOD) + 5);
    coded[find(coded, SOD) + 2] = (byte) 0b1110_0001;
    coded[find(coded, SOD) - 5] = 0;
    coded[find(coded, SOD) - 4] = 0;
    coded[find(coded, SOD) - 3] = 0;
    assertThatThrownBy(() -> decode(coded))
        .hasMessageContaining("but has a code-block of a single byte");
  }

  private byte[] decode(byte[] coded) throws Exception {
    return new Jpeg2000Decoder().decode(coded, stream.form).data().toArray(ValueLayout.JAVA_BYTE);
  }

  private static int find(byte[] coded, int marker) {
    int at = 0;
    while (coded[at] != (byte) 0xFF || coded[at + 1] != (byte) marker) {
      at++;
    }
    return at;
  }
}
