package penumbra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.cli.console.ExitCodes;

/// `penumbra run`, killed as by `kill -9`, on a full disk and in folders that deny it.
class KilledRunsTest {
  private static final int IMAGES = 40;
  private static final int OUTPUTS = 4;
  private static final int KILLS = 10;
  private static final int KILLED = 128 + 9;

  @TempDir private static Path shared;
  private static Path images;
  private static Map<String, String> expected;

  @TempDir private Path folder;

  @BeforeAll
  static void runUnbroken() throws Exception {
    images = shared.resolve("images");
    var penumbra = new PenumbraProcess(shared);
    Path whole = shared.resolve("whole");
    for (int i = 0; i < IMAGES; i++) {
      String place = (i % 3 == 0 ? "test" : "train") + (i % 2 == 0 ? "/NORMAL/" : "/PNEUMONIA/");
      Samples.write(images.resolve(place + "p" + i + ".png"), Samples.noise(i, 90 + i, 120));
    }
    Files.writeString(images.resolve("train/NORMAL/broken.png"), "no picture at all");
    int code = penumbra.start("run", "edges", images.toString(), "-o", whole.toString()).waitFor();
    assertThat(code).as("%s", penumbra.printed()).isEqualTo(ExitCodes.SOME_FAILED);
    expected = ResultTree.hashes(whole);
    assertThat(expected).as("%s", penumbra.printed()).hasSizeGreaterThan(IMAGES * OUTPUTS);
  }

  private List<String> command(Path output) {
    return List.of("run", "edges", images.toString(), "-o", output.toString());
  }

  private Process run(Path output) throws IOException {
    return new PenumbraProcess(folder).start(command(output).toArray(String[]::new));
  }

  @Test
  void killedTenTimesAndTakenUpAgainItEndsWithTheSameBytes() throws Exception {
    Path broken = folder.resolve("broken");
    Random random = new Random(4711);
    // Not too near to the end, lest it be reached before the signal is.
    int[] moments = random.ints(KILLS, 0, IMAGES * OUTPUTS * 8 / 10).sorted().toArray();
    int killed = 0;
    for (int moment : moments) {
      Process process = run(broken);
      while (process.isAlive() && ResultTree.count(broken) < moment) {
        process.waitFor(10, TimeUnit.MILLISECONDS);
      }
      process.waitFor(random.nextInt(20), TimeUnit.MILLISECONDS);
      killed += process.destroyForcibly().waitFor() == KILLED ? 1 : 0;
      requireWholeFiles(broken);
    }
    assertThat(killed).as("kills that met the run").isGreaterThan(KILLS / 2);
    assertThat(run(broken).waitFor()).isEqualTo(ExitCodes.SOME_FAILED);
    assertThat(ResultTree.hashes(broken)).isEqualTo(expected);
  }

  /// What stands under its own name is what an unbroken run writes there.
  private void requireWholeFiles(Path output) throws IOException {
    ResultTree.hashes(output)
        .forEach((path, hash) -> {
          if (!ResultTree.isUnfinished(path)) {
            assertThat(hash).as(path).isEqualTo(expected.get(path));
          }
        });
  }

  @Test
  void onAFullDiskItStopsWithOneLineAndGoesOnWhenThereIsRoom() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    Path said = folder.resolve("said");
    Namespaces.run(
        folder,
        List.of(
            "mount -t tmpfs -o size=1m tmpfs disk",
            "code=0; \"$@\" >said 2>&1 || code=$?; echo $code >code",
            "cp -r disk first",
            "mount -o remount,size=200m disk",
            "code=0; \"$@\" >/dev/null 2>&1 || code=$?; echo $code >>code",
            "cp -r disk second"),
        new PenumbraProcess(folder).command(command(disk).toArray(String[]::new)));
    assertThat(Files.readAllLines(folder.resolve("code"))).containsExactly("1", "1");
    assertThat(Files.readAllLines(said))
        .filteredOn(line -> !line.contains("broken.png"))
        .singleElement()
        .asString()
        .startsWith("penumbra: ")
        // The one of the file system, or that of the journal's database.
        .containsPattern("No space left on device|disk is full");
    requireWholeFiles(first);
    assertThat(ResultTree.hashes(second)).isEqualTo(expected);
  }

  @Test
  void inAFolderThatDeniesItItStopsWithOneLine() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Namespaces.run(
        folder,
        List.of(
            "mount -t tmpfs -o size=1m tmpfs disk",
            "mount -o remount,ro disk",
            "code=0; \"$@\" >said 2>&1 || code=$?; echo $code >code"),
        new PenumbraProcess(folder).command(command(disk).toArray(String[]::new)));
    assertThat(Files.readAllLines(folder.resolve("code"))).containsExactly("1");
    assertThat(Files.readAllLines(folder.resolve("said")))
        .singleElement()
        .asString()
        .startsWith("penumbra: ")
        .contains(disk.toString())
        .contains("Read-only file system");
  }

  @Test
  void belowAFileItStopsWithOneLine() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    CommandLineRun run =
        CommandLineRun.of("run", "edges", images.toString(), "-o", file.resolve("out").toString());
    assertThat(run.code()).isPositive();
    assertThat(run.err().lines()).singleElement().asString().contains(file.toString());
  }
}
