package penumbra.cli;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every command line of the documents is run as it stands, a document's one after the other in a
/// folder of their own.
class DocumentsTest {
  private static final String PENUMBRA = "penumbra ";

  /// The lines that are not run, by how they begin, and why.
  private static final Map<String, String> NOT_RUN =
      Map.ofEntries(
          entry("ln -s \"$PWD/penumbra\" ~/.local/bin/", "it writes into the user's own folders"),
          entry("source <(penumbra completion)", "CompletionTest does so in bash and zsh"),
          entry("mvnw.cmd ", "it is for Windows"),
          entry("java -p \"cli\\target\\dist\\lib;", "it is for Windows"),
          entry("./mvnw ", "it is the build, of which this test is a part"),
          entry("JAVA_HOME=/path/to/jdk-25 ./mvnw spotless:apply", "it would format the sources"),
          entry(".ci/run", "it is the build as well"),
          entry("penumbra bench", "it takes a minute; BenchCommandTest has shorter ones"),
          entry("java -cp 'cli/target/dist/lib/*' bench/PhantomSet.java set", "it takes minutes"),
          entry(
              "./penumbra run edges set -o out", "it takes minutes, on the set of the line before"),
          entry("python3 bench/dataset_peer.py set py 2 48", "it takes minutes, and needs SciPy"),
          entry("./penumbra explain RG1_J2KI.dcm", "the file is not ours to pass on"),
          entry("export PENUMBRA_PLUGINS=", "the jar is the reader's own; PluginTest has another"),
          entry("penumbra operations solarize", "the operation is in that jar"),
          entry(
              "penumbra filter gaussian --sigma 2 + solarize",
              "one of the operations is in that jar"));

  @TempDir private Path folder;

  static List<String> documents() throws IOException {
    return Documents.names();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyCommandLineWorksInItsTurn(String document) throws Exception {
    List<String> lines =
        Documents.commandLines(document).stream()
            .filter(line -> reasonNotToRun(line).isEmpty())
            .map(line -> line.replace("./" + PENUMBRA, PENUMBRA))
            .toList();
    assertThat(lines)
        .as("lines that are neither Penumbra's nor listed above as not run")
        .allMatch(line -> line.contains(PENUMBRA));
    if (!lines.isEmpty()) {
      assertThat(failuresOf(lines)).isEmpty();
    }
  }

  @Test
  void noLineIsListedInVain() throws IOException {
    Set<String> needless = new HashSet<>(NOT_RUN.keySet());
    for (String document : Documents.names()) {
      for (String line : Documents.commandLines(document)) {
        needless.removeIf(line::startsWith);
      }
    }
    assertThat(needless).isEmpty();
  }

  @Test
  void aRunThatIsSaidTwiceGoesOnThoughItsFolderHasTheRecipesName() throws Exception {
    String run = "penumbra run edges chest_xray -o edges";
    assertThat(failuresOf(List.of(run, run))).isEmpty();
  }

  @Test
  void aLineThatFailsIsTold() throws Exception {
    List<String> lines =
        List.of(
            "penumbra info 'no file.png'",
            "penumbra info --json scan.png | grep no-such-word",
            "penumbra info --json scan.png >facts.json",
            "penumbra info scan.png facts.json");
    assertThat(failuresOf(lines))
        .satisfiesExactly(
            line -> assertThat(line).startsWith(lines.get(0) + " ends with 1: penumbra: no file."),
            line -> assertThat(line).startsWith(lines.get(1) + " ends with 1: "),
            line -> assertThat(line).startsWith(lines.get(3) + " ends with 1: penumbra: facts."));
  }

  private static Optional<String> reasonNotToRun(String line) {
    return NOT_RUN.entrySet().stream()
        .filter(entry -> line.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /// A folder with a program `penumbra`.
  private Path programs(PenumbraProcess penumbra) throws IOException {
    Path programs = Files.createDirectory(folder.resolve("bin"));
    Path program = programs.resolve("penumbra");
    List<String> command = penumbra.command();
    Files.writeString(program, "#!/bin/sh\nexec '" + String.join("' '", command) + "' \"$@\"\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return programs;
  }

  /// What the lines said that did not end well.
  private List<String> failuresOf(List<String> lines) throws Exception {
    Path place = Files.createDirectory(folder.resolve("place"));
    DocumentInputs.write(place);
    Path typed = Files.write(folder.resolve("typed"), lines);
    Path said = folder.resolve("said");
    List<String> options =
        List.of(
            "-Xmx1g",
            "--patch-module",
            "penumbra.cli=" + Path.of("target/test-classes").toAbsolutePath());
    var penumbra = new PenumbraProcess(folder);
    var builder =
        new ProcessBuilder(penumbra.command(options, "CommandLines", List.of()))
            .directory(place.toFile())
            .redirectInput(typed.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder
        .environment()
        .merge("PATH", programs(penumbra).toString(), (path, ours) -> ours + ":" + path);
    assertThat(builder.start().waitFor()).as(Files.readString(said)).isZero();
    return Files.readAllLines(said);
  }
}
