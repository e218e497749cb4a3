package penumbra.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.cli.FakeInstallation.Start;

/// The script `penumbra` itself.
class LauncherTest {
  /// Hides the JDKs of the machine, then runs what it is given.
  private static final List<String> WITHOUT_JDKS =
      List.of(
          "unshare",
          "-rm",
          "sh",
          "-c",
          "for i in /usr/lib/jvm /usr/java /opt; do [ ! -d $i ] || mount -t tmpfs tmpfs $i || exit; done;"
              + " exec \"$@\"",
          "sh");

  @TempDir private Path folder;
  private FakeInstallation penumbra;
  private Map<String, String> environment;

  @BeforeEach
  void install() throws Exception {
    penumbra = new FakeInstallation(folder);
    penumbra.jdk("good", "25.0.3");
    environment = Map.of("JAVA_HOME", folder.resolve("good").toString());
  }

  private Start start(String... arguments) throws Exception {
    return penumbra.start(environment, arguments);
  }

  private Start startIn(String locale) throws Exception {
    return penumbra.start(
        Map.of("JAVA_HOME", folder.resolve("good").toString(), "LC_ALL", locale), "info", "x.png");
  }

  /// A program that makes the clone one that cannot be written, root or not.
  private List<String> readOnly() throws Exception {
    String home = penumbra.home().toString();
    String bind = "mount --bind %1$s %1$s && mount -o remount,ro,bind %1$s".formatted(home);
    assumeTrue(namespaces(bind), "needs Linux that lets this user mount in a namespace");
    return List.of("unshare", "-rm", "sh", "-c", bind + " && exec \"$@\"", "sh");
  }

  private static boolean namespaces(String script) throws Exception {
    try {
      return new ProcessBuilder("unshare", "-rm", "sh", "-c", script).start().waitFor() == 0;
    } catch (java.io.IOException noSuchProgram) {
      return false;
    }
  }

  @Test
  void theFirstStartTellsWhatItDoesAndTheNextSaysNothing() throws Exception {
    Start first = start("--version");
    assertThat(first.code()).isZero();
    assertThat(first.out()).contains("-m penumbra.cli/penumbra.cli.Main --version");
    assertThat(first.err()).hasSize(3);
    assertThat(first.err().get(0)).startsWith("penumbra: building, on first use");
    assertThat(first.err().get(1)).isEqualTo("penumbra: downloading libraries ...");
    assertThat(first.err().get(2)).isEqualTo("penumbra: built");

    assertThat(start("--version").err()).isEmpty();
  }

  @Test
  void onATerminalTheBuildShowsItsProgress() throws Exception {
    assumeTrue(hasScript(), "needs Linux's program script");
    Path log = folder.resolve("terminal");
    List<String> script = List.of("script", "-qec", penumbra.home() + "/penumbra info", "terminal");
    var builder = new ProcessBuilder(script).directory(folder.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("TERM", "xterm");
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    assertThat(builder.start().waitFor()).isZero();
    assertThat(Files.readString(log))
        .containsSubsequence(
            "starting Maven",
            "building: module 1 of 2 (core)",
            "building: module 2 of 2 (cli), 2 files downloaded",
            "penumbra: built");
  }

  private static boolean hasScript() throws Exception {
    try {
      return new ProcessBuilder("script", "-qec", "true", "/dev/null")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (java.io.IOException noSuchProgram) {
      return false;
    }
  }

  @Test
  void aBuildThatFailsTellsTheErrorAndLeavesNothing() throws Exception {
    Files.createFile(penumbra.home().resolve("broken"));
    Start start = start("--version");
    assertThat(start.code()).isEqualTo(1);
    assertThat(start.err())
        .contains("[ERROR] core/src/main/X.java:[1,1] illegal start of type")
        .noneMatch(line -> line.contains("[INFO]") || line.contains("Downloading from"))
        .last()
        .asString()
        .startsWith("penumbra: the build failed; its log is ");
    assertThat(penumbra.home().resolve("cli/target/dist")).doesNotExist();
  }

  @Test
  void aReadOnlyInstallationStartsWithoutTheCacheAfterAnUpdateOfJava() throws Exception {
    start("--version");
    List<String> readOnly = readOnly();
    assertThat(penumbra.start(readOnly, environment, "info", "x.png").out())
        .contains("-XX:AOTCache=");

    penumbra.jdk("good", "25.0.4");
    Start updated = penumbra.start(readOnly, environment, "info", "x.png");
    assertThat(updated.code()).isZero();
    assertThat(updated.err()).isEmpty();
    assertThat(updated.out()).endsWith("Main info x.png\n").doesNotContain("-XX:AOTCache=");
  }

  @Test
  void aReadOnlyCloneThatWasNeverBuiltSaysSo() throws Exception {
    Start start = penumbra.start(readOnly(), environment, "info", "x.png");
    assertThat(start.code()).isEqualTo(1);
    assertThat(start.err())
        .containsExactly(
            "penumbra: cannot build: no right to write to " + penumbra.home().resolve("target"));
  }

  @Test
  void aReadOnlyInstallationWithNewerSourcesRunsAsItWasBuiltAndSaysSo() throws Exception {
    start("--version");
    Files.createFile(penumbra.home().resolve("core/src/main/New.java"));
    Start start = penumbra.start(readOnly(), environment, "info", "x.png");
    assertThat(start.code()).isZero();
    assertThat(start.err())
        .singleElement()
        .asString()
        .startsWith("penumbra: the sources are newer than the build, but ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xx", "de_XX.UTF-8", "C", "POSIX"})
  void aLocaleThatIsNotThereOrHoldsNoAccentsIsMended(String locale) throws Exception {
    assertThat(startIn(locale).out()).contains(" LC_ALL=C.UTF-8 ");
  }

  @Test
  void aLocaleThatIsMissingForOneSubjectOnlyIsMendedToo() throws Exception {
    String jdk = folder.resolve("good").toString();
    var missing = Map.of("JAVA_HOME", jdk, "LC_ALL", "", "LANG", "C.UTF-8", "LC_TIME", "xx_XX");
    assertThat(penumbra.start(missing, "info", "x.png").out()).contains(" LC_ALL=C.UTF-8 ");
  }

  @Test
  void aLocaleThatIsSoundIsLeftAlone() throws Exception {
    assertThat(startIn("C.utf8").out()).contains(" LC_ALL=C.utf8 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"25", "25-ea", "25.0.1", "25.0.2", "25.0.2.1"})
  void aMendedJavaIsPreferredToTheOneInJavaHome(String version) throws Exception {
    penumbra.jdk("old", version);
    var both =
        Map.of(
            "JAVA_HOME",
            folder.resolve("old").toString(),
            "PATH",
            folder.resolve("good/bin") + ":" + System.getenv("PATH"));
    Start start = penumbra.start(both, "info", "x.png");
    assertThat(start.out()).startsWith("good ").doesNotContain("-XX:+UseParallelGC");
    assertThat(start.err()).noneMatch(line -> line.contains("JDK-8377811"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"25.0.3", "25.0.10", "25.1", "26", "26.0.1"})
  void aJavaWithoutTheBugIsTakenFromJavaHome(String version) throws Exception {
    penumbra.jdk("good", version);
    Start start = start("info", "x.png");
    assertThat(start.out()).startsWith("good ").doesNotContain("-XX:+UseParallelGC");
    assertThat(start.err()).noneMatch(line -> line.contains("JDK-8377811"));
  }

  @Test
  void whereThereIsOnlyAJavaWithTheBugItIsToldOnceAndAnotherCollectorRuns() throws Exception {
    assumeTrue(
        namespaces("mount -t tmpfs tmpfs /usr"),
        "needs Linux that lets this user mount in a namespace");
    penumbra.jdk("good", "25.0.1");
    Start first = penumbra.start(WITHOUT_JDKS, environment, "info", "x.png");
    assertThat(first.code()).as("%s", first.err()).isZero();
    assertThat(first.err())
        .last()
        .isEqualTo(
            "penumbra: the JDK 25.0.1 in "
                + folder.resolve("good")
                + " can corrupt arrays under its G1 collector (JDK-8377811); Penumbra has it use"
                + " another; install 25.0.3 or newer");

    Start second = penumbra.start(WITHOUT_JDKS, environment, "info", "x.png");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).contains(" -XX:+UseParallelGC ");
  }

  @ParameterizedTest
  @CsvSource({
    "filter sobel few/a -o few, false",
    "filter sobel few -o out, false",
    "filter sobel few/a -o many, false",
    "filter sobel many -o out, true",
    "filter sobel x.zip -o out, true",
    "filter --help many, false",
    "article many -o out, true",
    "audit many -o out, true",
    "stats many -o out, true",
    "convert many -o out, true",
    "explain many, false",
    "run edges few -o out, true",
    "--debug run edges few -o out, true",
    "help run, false",
    "bench, true",
    "info --runtime, true",
    "info many, false"
  })
  void commandsOnManyFilesRunWithTheFastKernels(String typed, boolean fast) throws Exception {
    Files.createDirectories(folder.resolve("few"));
    Files.createFile(folder.resolve("few/a"));
    Files.createDirectories(folder.resolve("many/deep"));
    for (int i : IntStream.range(0, 200).toArray()) {
      Files.createFile(folder.resolve("many/deep/" + i));
    }
    assertThat(start(typed.split(" ")).out().contains("/dist/simd")).isEqualTo(fast);
  }

  @Test
  void databasesAreForTheCommandsThatUseThem() throws Exception {
    List<String> with = new ArrayList<>();
    for (Commands.Group group : Commands.groups()) {
      for (Commands.Entry entry : group.commands()) {
        if (start(entry.name(), "x").out().contains("/dist/data")) {
          with.add(entry.name());
        }
      }
    }
    assertThat(with).containsExactly("audit", "stats", "run", "sql", "verify", "replay");
  }

  @Test
  void aCollectorThatTheUserChoosesIsTaken() throws Exception {
    String jdk = folder.resolve("good").toString();
    var chosen = Map.of("JAVA_HOME", jdk, "PENUMBRA_OPTS", "-XX:+UseZGC");
    assertThat(penumbra.start(chosen, "run", "edges", "x", "-o", "out").out())
        .contains(" -XX:+UseZGC ")
        .doesNotContain("-XX:+UseSerialGC");
  }

  @Test
  void plugInsAreHandedOverAndLeaveTheCacheAsItIs() throws Exception {
    start("--version");
    assertThat(start("info", "x.png").out()).contains(" -XX:AOTCache=").doesNotContain("plugins");

    String jdk = folder.resolve("good").toString();
    var named = Map.of("JAVA_HOME", jdk, "PENUMBRA_PLUGINS", "my jars/a.jar:b.jar");
    assertThat(penumbra.start(named, "info", "x.png").out())
        .contains(" -Dpenumbra.plugins=my jars/a.jar:b.jar ")
        .contains(" -XX:AOTCache=");

    Path beside = Files.createDirectory(penumbra.home().resolve("plugins"));
    assertThat(start("info", "x.png").out()).contains(" -Dpenumbra.plugins=" + beside + " ");
    assertThat(penumbra.start(named, "info", "x.png").out())
        .contains(" -Dpenumbra.plugins=" + beside + ":my jars/a.jar:b.jar ");
  }
}
