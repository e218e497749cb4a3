package penumbra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.cli.console.Version;
import penumbra.core.DType;
import penumbra.core.NdArray;

class InfoCommandTest {
  @TempDir private Path folder;

  private Path at(String name) {
    return folder.resolve(name);
  }

  private Path ramp() {
    return Samples.write(
        at("ramp.png"), NdArray.of(DType.UINT8, new double[] {0, 1, 2, 3, 4, 200}, 2, 3));
  }

  @Test
  void tellsWhatAnImageHolds() throws IOException {
    Path file = ramp();
    CommandLineRun run = CommandLineRun.of("info", file.toString());
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.outLines())
        .containsExactly(
            file.toString(),
            "  pixels       (2, 3) uint8",
            "  file         " + Files.size(file) + " bytes",
            "  range        0 .. 200",
            "  mean         35",
            "  median       2.5",
            "  deviation    73.8015",
            "  percentiles  1 %: 0.05   5 %: 0.25   25 %: 1.25   50 %: 2.5   75 %: 3.75"
                + "   95 %: 151   99 %: 190.2",
            "  decoding     Decoded PNG, 2 x 3 pixels (height x width), 8-bit grey.");
  }

  @Test
  void tellsProgramsTheSameInFull() {
    CommandLineRun run = CommandLineRun.of("info", "--json", ramp().toString());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("[\n  {\n    \"file\": ")
        .contains("\"shape\": [2, 3],", "\"type\": \"uint8\",", "\"mean\": 35,", "\"median\": 2.5,")
        .contains("\"standard_deviation\": 73.80153566604605")
        .contains("\"50\": 2.5,")
        .endsWith("  }\n]\n");
  }

  @Test
  void takesArraysOfAnyShapeAndLeavesOutWhatIsNotANumber() {
    NdArray array = NdArray.ofFloat32(new float[] {1, Float.NaN, 3, 5}, 2, 1, 2);
    Path file = Samples.write(at("volume.npy"), array);
    assertThat(CommandLineRun.of("info", file.toString()).outLines())
        .contains(
            "  pixels       (2, 1, 2) float32",
            "  mean         3",
            "  not numbers  1 (left out above)");
  }

  @Test
  void countsTheImagesOfAFolderByClassAndSplit() throws IOException {
    Samples.image(at("set/train/NORMAL/a.png"), 1);
    Samples.image(at("set/train/NORMAL/b.png"), 2);
    Samples.image(at("set/train/PNEUMONIA/c.png"), 3);
    Samples.image(at("set/test/NORMAL/d.png"), 4);
    Path copy = at("set/set/train/NORMAL/a.png");
    Files.createDirectories(copy.getParent());
    Files.copy(at("set/train/NORMAL/a.png"), copy);
    CommandLineRun run = CommandLineRun.of("info", at("set").toString());
    assertThat(run.outLines())
        .containsExactly(
            at("set").toString(),
            "  images       4",
            "  train        3   (NORMAL 2, PNEUMONIA 1)",
            "  test         1   (NORMAL 1)",
            "  copies       1 nested ones, not counted");
    assertThat(CommandLineRun.of("info", "--json", at("set").toString()).out())
        .contains("\"images\": 4,", "\"NORMAL\": 2,", "\"nested_copies\": 1");
  }

  @Test
  void namesWhatItCannotReadAndTellsTheRest() throws IOException {
    Path cut = Samples.truncated(at("cut.png"));
    Path missing = at("missing.png");
    Path good = ramp();
    CommandLineRun run =
        CommandLineRun.of("info", "--json", cut.toString(), missing.toString(), good.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().lines())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).startsWith("penumbra: " + cut + " must be"))
        .contains("penumbra: " + missing + " must exist, but is missing; check the path");
    JsonNode told = new ObjectMapper().readTree(run.out());
    assertThat(told).hasSize(3);
    assertThat(told.at("/0/file").textValue()).isEqualTo(cut.toString());
    assertThat(told.at("/0/failure/kind").textValue()).isEqualTo("unreadable");
    assertThat(told.at("/0/failure/rule").textValue()).startsWith("must be");
    assertThat(told.at("/1/failure"))
        .isEqualTo(
            new ObjectMapper()
                .valueToTree(
                    java.util.Map.of(
                        "kind",
                        "unreadable",
                        "subject",
                        missing.toString(),
                        "rule",
                        "must exist",
                        "found",
                        "is missing",
                        "remedy",
                        "check the path")));
    assertThat(told.at("/2/failure").isMissingNode()).isTrue();
    assertThat(told.at("/2/file").textValue()).endsWith("ramp.png");
  }

  @Test
  void debugShowsWhereAnErrorCameUp() {
    CommandLineRun run = CommandLineRun.of("info", "--debug", at("missing.png").toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("\tat penumbra.io");
  }

  @Test
  void tellsWhatPenumbraRunsOn() {
    CommandLineRun run = CommandLineRun.of("info", "--runtime");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.outLines().getFirst()).isEqualTo("Penumbra " + Version.ofPenumbra());
    assertThat(run.outLines().get(1))
        .startsWith("  java         " + System.getProperty("java.version") + " (");
    assertThat(run.out()).contains("\n  vm  ", "\n  system  ", "\n  cpus  ", "\n  memory  ");
    assertThat(run.outLines()).anyMatch(line -> line.matches("  kernels      (scalar|simd).*"));
  }

  @Test
  void tellsProgramsWhatPenumbraRunsOn() throws IOException {
    CommandLineRun run = CommandLineRun.of("info", "--json", "--runtime");
    assertThat(run.code()).isZero();
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.get("penumbra").textValue()).isEqualTo(Version.ofPenumbra());
    assertThat(json.get("cpus").intValue()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(json.get("memory_bytes").longValue()).isEqualTo(Runtime.getRuntime().maxMemory());
    assertThat(json.get("kernels").textValue()).matches("(scalar|simd).*");
    assertThat(json.get("kernels_reason").textValue()).isNotEmpty();
  }

  @Test
  void asksForFilesOrForTheRuntime() {
    assertUsage(
        CommandLineRun.of("info"),
        "missing required argument (specify one of these): (FILE... | --runtime); see 'penumbra info"
            + " --help'");
    assertUsage(
        CommandLineRun.of("info", "--runtime", "scan.png"),
        "unknown argument 'scan.png'. See 'penumbra info --help'");
    assertUsage(
        CommandLineRun.of("info", "scan.png", "--runtime"),
        "FILE, --runtime are mutually exclusive (specify only one); see 'penumbra info --help'");
  }

  private static void assertUsage(CommandLineRun run, String line) {
    assertThat(run).isEqualTo(new CommandLineRun(2, "", "penumbra: " + line + "\n"));
  }
}
