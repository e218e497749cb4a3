package penumbra.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import penumbra.dicom.DicomException;
import penumbra.dicom.codec.frame.Samples;
import penumbra.dicom.codec.jpeg2000.Jpeg2000Decoder;

/// Codestreams cut, bent and spliced at random: each is decoded or refused in one line, nothing
/// else.
class Jpeg2000HostileTest {
  /// More by `-Dpenumbra.mutations=1000000`.
  private static final int MUTATIONS = Integer.getInteger("penumbra.mutations", 4000);

  /// Where the main header mostly ends: damage there changes most.
  private static final int HEADER = 140;

  @Test
  void anyDamageIsDecodedOrRefusedInOneLine() {
    List<Jpeg2000Streams.Stream> streams = new ArrayList<>(Jpeg2000Streams.all());
    streams.addAll(Jpeg2000Streams.highThroughput());
    int refused = 0;
    for (int seed = 0; seed < MUTATIONS; seed++) {
      Random random = new Random(seed);
      var stream = streams.get(seed % streams.size());
      byte[] damaged = stream.coded;
      for (int i = 0; i <= seed % 3; i++) {
        damaged = damage(damaged, streams, random);
      }
      try {
        Samples samples = new Jpeg2000Decoder().decode(damaged, stream.form);
        assertThat(samples.data().byteSize()).isEqualTo(stream.samples.length);
      } catch (DicomException refusal) {
        refused++;
        assertThat(refusal.getMessage()).hasSizeLessThan(400).doesNotContainPattern("\\p{Cntrl}");
      } catch (RuntimeException | Error crash) {
        throw new AssertionError("seed " + seed + " of " + stream, crash);
      }
    }
    assertThat(refused).isBetween(MUTATIONS / 3, MUTATIONS - 1);
  }

  private static byte[] damage(byte[] sound, List<Jpeg2000Streams.Stream> others, Random random) {
    byte[] bytes = sound.clone();
    int at = random.nextInt(random.nextBoolean() ? bytes.length : Math.min(bytes.length, HEADER));
    switch (random.nextInt(5)) {
      case 0 -> bytes = Arrays.copyOf(bytes, at);
      case 1, 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 3 -> {
        byte[] noise = new byte[Math.min(1 + random.nextInt(8), bytes.length - at)];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, bytes, at, noise.length);
      }
      default -> {
        byte[] other = others.get(random.nextInt(others.size())).coded;
        int n = Math.min(bytes.length - at, random.nextInt(other.length));
        System.arraycopy(other, 0, bytes, at, n);
      }
    }
    return bytes.length == 0 ? new byte[1] : bytes;
  }
}
