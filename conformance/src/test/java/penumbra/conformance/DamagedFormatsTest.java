package penumbra.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.io.ImageFiles;
import penumbra.io.dataset.Dataset;
import penumbra.io.dataset.DatasetImage;
import penumbra.io.format.Limits;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.ReadingNotes;
import penumbra.io.format.UnreadableFileException;

/// Every golden file, truncated and damaged at random with a fixed seed: it is read or refused in
/// one line, with little memory.
class DamagedFormatsTest {
  private static final Path GOLDEN =
      ProjectRoot.find().resolve("io/src/test/resources/penumbra/io/formats");
  private static final int MUTATIONS = 100;
  private static final long MOST_MEMORY = 48L << 20;
  private static final Limits LIMITS = new Limits(1 << 20);
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir Path folder;

  /// Whether something was odd about the last file that was read.
  private boolean noted;

  static List<String> names() throws Exception {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".npy") && !name.endsWith(".raw"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void anyDamageIsReadOrRefusedInOneLine(String name) throws Exception {
    byte[] sound = Files.readAllBytes(GOLDEN.resolve(name));
    Path file = folder.resolve(name);
    Optional<NdArray> whole = read(Files.write(file, sound), false);
    // Files of a kind are alike: together they are cut at every byte.
    int step = 1 + sound.length / 200;
    boolean text = name.matches("(text|comments).*");
    for (int n = Math.floorMod(name.hashCode(), step); n < sound.length; n += step) {
      Optional<NdArray> cut = read(Files.write(file, Arrays.copyOf(sound, n)), false);
      // What can be cut off is padding and check sums, and of text a digit: nothing is read in
      // part without a note.
      assertThat(text || cut.isEmpty() || noted || cut.get().sameBits(whole.orElseThrow()))
          .isTrue();
      if (n % 7 == 0) {
        read(file, true);
      }
    }
    for (int seed = 0; seed < MUTATIONS; seed++) {
      read(Files.write(file, bent(sound, new Random(seed))), seed % 5 == 0);
    }
  }

  private static byte[] bent(byte[] sound, Random random) {
    byte[] bytes = sound.clone();
    // Headers stand at one of the two ends, and matter most.
    int within = random.nextBoolean() ? bytes.length : Math.min(bytes.length, 400);
    int at =
        random.nextBoolean() ? random.nextInt(within) : bytes.length - 1 - random.nextInt(within);
    switch (random.nextInt(3)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> {
        byte[] noise = new byte[Math.min(4, bytes.length - at)];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, bytes, at, noise.length);
      }
      default -> {
        int n = Math.min(1 + random.nextInt(8), bytes.length - at);
        Arrays.fill(bytes, at, at + n, (byte) (random.nextBoolean() ? 0xFF : 0));
      }
    }
    return bytes;
  }

  private Optional<NdArray> read(Path file, boolean lenient) throws IOException {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    Optional<NdArray> pixels = Optional.empty();
    try {
      ReadOptions options = ReadOptions.standard().withLimits(LIMITS);
      boolean archive = file.toString().matches(".*\\.(zip|tar\\.gz)");
      if (archive) {
        for (DatasetImage image : Dataset.list(file).images()) {
          ImageFiles.readAny(image.file(), options);
        }
      } else {
        ReadOptions asked = lenient ? options.leniently() : options;
        Radiograph image = ImageFiles.readAny(file, asked);
        noted = !ReadingNotes.among(image.decodingSteps()).isEmpty();
        pixels = Optional.of(image.pixels());
      }
    } catch (UnreadableFileException refusal) {
      assertThat(refusal.getMessage()).hasSizeLessThan(900).doesNotContainPattern("\\p{Cntrl}");
    }
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_MEMORY);
    return pixels;
  }
}
