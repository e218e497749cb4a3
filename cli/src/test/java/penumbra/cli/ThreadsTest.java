package penumbra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.core.NdArray;

/// A command that is told `--threads 1` uses one core: no work is given to the JDK's common pool,
/// and no command starts more than one worker of its own. The images are DICOM, and large enough to
/// be shared out.
class ThreadsTest {
  private static final int SIDE = 600;
  private static final int IMAGES = 4;

  @TempDir private static Path folder;

  @BeforeAll
  static void makeImages() throws IOException {
    Path images = Files.createDirectories(folder.resolve("set/train/NORMAL"));
    for (int i = 0; i < IMAGES; i++) {
      int[] values = new int[SIDE * SIDE];
      int step = 7 + i;
      Arrays.setAll(values, at -> at * step % 4093);
      Path array = Samples.write(folder.resolve(i + ".npy"), wide(values));
      String image = images.resolve(i + ".dcm").toString();
      assertThat(CommandLineRun.of("convert", "--threads", "1", array.toString(), "-o", image))
          .returns(0, CommandLineRun::code);
    }
  }

  private static NdArray wide(int[] values) {
    short[] stored = new short[values.length];
    for (int i = 0; i < stored.length; i++) {
      stored[i] = (short) values[i];
    }
    return NdArray.ofUint16(stored, SIDE, SIDE);
  }

  private static List<String> line(String words) {
    String set = folder.resolve("set").toString();
    String image = folder.resolve("set/train/NORMAL/0.dcm").toString();
    return Stream.of(words.split(" ", -1))
        .map(word -> word.replace("SET", set).replace("IMAGE", image))
        .map(word -> word.replace("OUT", folder.resolve("out").toString()))
        .toList();
  }

  static List<String> commands() {
    return List.of(
        "filter gaussian --sigma 2 IMAGE -o OUT.png",
        "filter canny IMAGE -o OUT.dcm",
        "filter sobel-magnitude --colormap turbo SET -o OUT-filter",
        "convert IMAGE -o OUT-convert.png --values display",
        "convert SET -o OUT-convert --format tif",
        "info --json IMAGE",
        "info --table SET",
        "explain IMAGE",
        "plot grid SET -o OUT-grid.png --percentiles 1,99",
        "plot grid SET -o OUT-grid.svg",
        "plot histogram SET -o OUT-histogram.png",
        "plot compare IMAGE IMAGE --difference -o OUT-compare.png",
        "plot overlay IMAGE --operation canny -o OUT-overlay.png",
        "gif SET -o OUT.gif",
        "article SET -o OUT-article",
        "stats SET -o OUT-stats",
        "audit SET -o OUT-audit",
        "run edges SET -o OUT-run",
        "phantom --count 1 -o OUT-phantom");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void oneThreadIsOne(String command) {
    long pool = doneByTheCommonPool();
    long started = threadsSoFar();
    CommandLineRun run = run(command, 1);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(threadsSoFar() - started - 1).as("threads made").isLessThan(2);
    assertThat(doneByTheCommonPool() - pool).as("tasks of the common pool").isZero();
  }

  @Test
  void severalAreSeveral() {
    long pool = doneByTheCommonPool();
    run("filter gaussian --sigma 2 IMAGE -o OUT.png", 3);
    assertThat(doneByTheCommonPool() - pool).isPositive();
    long started = threadsSoFar();
    run("run edges SET -o OUT-several", 3);
    assertThat(threadsSoFar() - started - 1).isGreaterThan(1);
  }

  private static CommandLineRun run(String command, int threads) {
    List<String> words = line(command + " --threads " + threads);
    return CommandLineRun.of(words.toArray(String[]::new));
  }

  /// A number that grows with each thread that is made, and by one with each question.
  private static long threadsSoFar() {
    return Thread.ofPlatform().unstarted(() -> {}).threadId();
  }

  private static long doneByTheCommonPool() {
    ForkJoinPool pool = ForkJoinPool.commonPool();
    assertThat(pool.awaitQuiescence(1, TimeUnit.MINUTES)).isTrue();
    return pool.getStealCount() + pool.getQueuedSubmissionCount();
  }
}
