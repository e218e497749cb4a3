package penumbra.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.core.DType;
import penumbra.io.format.UnreadableFileException;
import penumbra.io.jpeg.Jpeg;
import penumbra.io.npy.Npy;
import penumbra.io.png.Png;

/// Files cut, bent and spliced at random: each is read or refused in one line, nothing else.
class DamagedFilesTest {
  private static final int MUTATIONS = 600;

  @TempDir Path folder;

  private static byte[] npy(DType type) throws Exception {
    var out = new ByteArrayOutputStream();
    Npy.write(Samples.noise(1, type, 5, 7), out);
    return out.toByteArray();
  }

  @Test
  void anyDamageIsReadOrRefusedInOneLine() throws Exception {
    List<byte[]> sound =
        List.of(
            Png.encode(Samples.noise(1, DType.UINT8, 9, 11)),
            Png.encode(Samples.noise(2, DType.UINT16, 9, 11, 4)),
            Jpeg.encode(Samples.waves(20, 30, 1), 80),
            Jpeg.encode(Samples.waves(20, 30, 3), 80),
            npy(DType.UINT8),
            npy(DType.FLOAT64));
    Path file = folder.resolve("damaged");
    int refused = 0;
    for (int seed = 0; seed < MUTATIONS; seed++) {
      Random random = new Random(seed);
      byte[] damaged = damage(sound.get(seed % sound.size()), sound, random);
      if (random.nextBoolean()) {
        mendPngSums(damaged);
      }
      Files.write(file, damaged);
      try {
        assertThat(ImageFiles.readArray(file).size()).isNotNegative();
      } catch (UnreadableFileException refusal) {
        refused++;
        assertThat(refusal.getMessage()).hasSizeLessThan(600).doesNotContainPattern("\\p{Cntrl}");
      }
    }
    assertThat(refused).isBetween(MUTATIONS / 3, MUTATIONS - 1);
  }

  private static byte[] damage(byte[] sound, List<byte[]> others, Random random) {
    byte[] bytes = sound.clone();
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(4)) {
      case 0 -> bytes = Arrays.copyOf(bytes, at);
      case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 2 -> {
        byte[] noise = Samples.bytes(random.nextLong(), Math.min(8, bytes.length - at));
        System.arraycopy(noise, 0, bytes, at, noise.length);
      }
      default -> {
        byte[] other = others.get(random.nextInt(others.size()));
        int n = Math.min(bytes.length - at, random.nextInt(other.length));
        System.arraycopy(other, 0, bytes, at, n);
      }
    }
    return bytes;
  }

  /// So that the damage gets past the check sums to the decoder.
  private static void mendPngSums(byte[] bytes) {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    int at = Png.signature().length;
    while (bytes.length - at >= 12) {
      int n = file.getInt(at);
      if (n < 0 || n > bytes.length - at - 12 || bytes[0] != Png.signature()[0]) {
        return;
      }
      var sum = new CRC32();
      sum.update(bytes, at + 4, n + 4);
      file.putInt(at + 8 + n, (int) sum.getValue());
      at += 12 + n;
    }
  }
}
