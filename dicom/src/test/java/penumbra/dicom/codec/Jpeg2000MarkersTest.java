package penumbra.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import penumbra.dicom.codec.jpeg2000.Jpeg2000Decoder;

/// Markers that OpenJPEG does not write, put into its codestreams by hand.
class Jpeg2000MarkersTest {
  private static final int SOT = 0x90;
  private static final int SOP = 0x91;
  private static final int EPH = 0x92;
  private static final int SOD = 0x93;
  private static final int COD = 0x52;
  private static final int POC = 0x5F;
  private static final int PPM = 0x60;
  private static final int PPT = 0x61;

  /// A codestream of one tile-part, whose packets are marked, taken apart.
  private static final class Parts {
    final byte[] main;
    final byte[] tilePart;
    final ByteArrayOutputStream headers = new ByteArrayOutputStream();
    final ByteArrayOutputStream bodies = new ByteArrayOutputStream();

    Parts(byte[] coded) {
      int start = find(coded, SOT, 0);
      int data = find(coded, SOD, start) + 2;
      main = Arrays.copyOf(coded, start);
      tilePart = Arrays.copyOfRange(coded, start, data - 2);
      int at = data;
      while (coded[at + 1] == (byte) SOP) {
        int end = find(coded, EPH, at) + 2;
        int next = end;
        while (coded[next] != (byte) 0xFF
            || (coded[next + 1] != (byte) SOP && coded[next + 1] != (byte) 0xD9)) {
          next++;
        }
        bodies.write(coded, at, 6);
        headers.write(coded, at + 6, end - at - 6);
        bodies.write(coded, end, next - end);
        at = next;
      }
    }

    /// Put together again, with a segment at the end of the main header or of the tile-part's.
    byte[] join(int marker, byte[] segment) {
      boolean ofMain = marker == PPM || marker == POC;
      ByteBuffer joined = ByteBuffer.allocate(1 << 16);
      joined.put(main);
      if (ofMain) {
        put(joined, marker, segment);
      }
      int start = joined.position();
      joined.put(tilePart);
      if (!ofMain) {
        put(joined, marker, segment);
      }
      joined.putShort((short) (0xFF00 | SOD)).put(bodies.toByteArray());
      joined.putInt(start + 6, joined.position() - start).putShort((short) 0xFFD9);
      return Arrays.copyOf(joined.array(), joined.position());
    }

    private static void put(ByteBuffer target, int marker, byte[] segment) {
      target.putShort((short) (0xFF00 | marker)).putShort((short) (segment.length + 2));
      target.put(segment);
    }
  }

  private final Jpeg2000Streams.Stream stream = Jpeg2000Streams.named("order-rlcp");
  private final Parts parts = new Parts(stream.coded);

  @Test
  void packetHeadersMayStandInTheHeaderOfTheirTilePart() throws Exception {
    byte[] headers = parts.headers.toByteArray();
    ByteBuffer segment = ByteBuffer.allocate(1 + headers.length).put((byte) 0).put(headers);
    assertThat(decode(parts.join(PPT, segment.array()))).isEqualTo(stream.samples);
  }

  @Test
  void packetHeadersMayStandInTheMainHeader() throws Exception {
    byte[] headers = parts.headers.toByteArray();
    ByteBuffer segment =
        ByteBuffer.allocate(5 + headers.length).put((byte) 0).putInt(headers.length).put(headers);
    assertThat(decode(parts.join(PPM, segment.array()))).isEqualTo(stream.samples);
    segment.putInt(1, headers.length + 1);
    assertThatThrownBy(() -> decode(parts.join(PPM, segment.array())))
        .hasMessage(
            "must have whole JPEG 2000 frames, but has "
                + headers.length
                + " packed bytes where "
                + (headers.length + 1)
                + " are needed; copy it again from its source");
  }

  @Test
  void theOrderOfPacketsMayChangeOnTheWay() throws Exception {
    byte[] coded = stream.coded.clone();
    coded[find(coded, COD, 0) + 5] = 3;
    assertThatThrownBy(() -> decode(coded)).hasMessageStartingWith("must have whole JPEG 2000");
    // Resolution 0 of all components and layers by RLCP, then the same order for the rest.
    byte[] changes = {0, 0, 0, 3, 1, 3, 1, 0, 0, 0, 3, 33, 3, 1};
    assertThat(decode(withChanges(coded, changes))).isEqualTo(stream.samples);
    byte[] unknown = {0, 0, 0, 3, 33, 3, 5};
    assertThatThrownBy(() -> decode(withChanges(coded, unknown)))
        .hasMessageContaining("has a progression order of 5");
  }

  @Test
  void moreTilesThanBytesAreRefusedBeforeMemoryIsTakenForThem() {
    byte[] coded = stream.coded.clone();
    ByteBuffer.wrap(coded).putInt(24, 1).putInt(28, 1);
    assertThatThrownBy(() -> decode(coded))
        .hasMessage(
            "must have whole JPEG 2000 frames, but has 1073 tiles in "
                + coded.length
                + " bytes; copy it again from its source");
  }

  private static byte[] withChanges(byte[] coded, byte[] changes) {
    int start = find(coded, SOT, 0);
    ByteBuffer joined = ByteBuffer.allocate(coded.length + 4 + changes.length);
    joined.put(coded, 0, start);
    Parts.put(joined, POC, changes);
    return joined.put(coded, start, coded.length - start).array();
  }

  private byte[] decode(byte[] coded) throws Exception {
    return new Jpeg2000Decoder().decode(coded, stream.form).data().toArray(ValueLayout.JAVA_BYTE);
  }

  private static int find(byte[] coded, int marker, int from) {
    int at = from;
    while (coded[at] != (byte) 0xFF || coded[at + 1] != (byte) marker) {
      at++;
    }
    return at;
  }
}
