package penumbra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.catalogue.Catalogue;
import penumbra.catalogue.Operation;
import penumbra.core.DType;
import penumbra.core.NdArray;

/// What we write as DICOM, under the eyes of others' checkers.
class ValidDicomTest {
  @TempDir private Path folder;

  private static void requireValid(Path file) throws IOException, InterruptedException {
    assertThat(ForeignTool.DCIODVFY.run(file.toString()))
        .as("dciodvfy of %s", file.getFileName())
        .noneMatch(line -> line.startsWith("Error"));
    assertThat(ForeignTool.DCMDUMP.run("-q", file.toString()))
        .as("dcmdump of %s", file.getFileName())
        .isNotEmpty()
        .noneMatch(line -> line.startsWith("E:") || line.startsWith("W:"));
  }

  private Path phantom(int bits, String photometric) throws IOException {
    Path out = folder.resolve(photometric + bits);
    CommandLineRun run =
        CommandLineRun.of(
            "phantom",
            "-n",
            "1",
            "--bits",
            Integer.toString(bits),
            "--photometric",
            photometric,
            "-o",
            out.toString());
    assertThat(run.code()).isZero();
    try (Stream<Path> files = Files.walk(out)) {
      return files.filter(file -> file.toString().endsWith(".dcm")).findFirst().orElseThrow();
    }
  }

  @ParameterizedTest
  @CsvSource({"12, monochrome1", "12, monochrome2", "16, monochrome1", "16, monochrome2"})
  void phantomsAndTheirResultsAre(int bits, String photometric) throws Exception {
    Path phantom = phantom(bits, photometric);
    requireValid(phantom);
    for (String operation : List.of("gaussian", "sobel-magnitude", "canny")) {
      Path result = folder.resolve(operation + ".dcm");
      assertThat(filtered(operation, phantom, result)).isZero();
      requireValid(result);
    }
    Path clean = folder.resolve("clean.dcm");
    CommandLineRun.of("deidentify", phantom.toString(), "-o", clean.toString());
    requireValid(clean);
  }

  private static int filtered(String operation, Path from, Path to) {
    List<String> command = new ArrayList<>(List.of("filter", operation));
    switch (operation) {
      case "threshold" -> command.addAll(List.of("--value", "100"));
      case "window" -> command.addAll(List.of("--center", "100", "--width", "200"));
      default -> {}
    }
    command.addAll(List.of(from.toString(), "-o", to.toString()));
    return CommandLineRun.of(command.toArray(String[]::new)).code();
  }

  @Test
  void resultsOfPicturesAreWhateverTheOperation() throws Exception {
    // As large as the crops of training sets ask for.
    double[] ramp = new double[230 * 240];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = i * 7 % 256;
    }
    Path picture = Samples.write(folder.resolve("p.png"), NdArray.of(DType.UINT8, ramp, 230, 240));
    for (Operation operation : Catalogue.operations()) {
      Path result = folder.resolve(operation.name() + ".dcm");
      assertThat(filtered(operation.name(), picture, result)).as(operation.name()).isZero();
      requireValid(result);
    }
  }

  @Test
  void convertedVolumesAre() throws Exception {
    for (DType type : List.of(DType.UINT8, DType.INT16, DType.FLOAT32)) {
      NdArray volume = NdArray.of(type, new double[3 * 4 * 5], 3, 4, 5);
      Path file = Samples.write(folder.resolve(type.label() + ".npy"), volume);
      Path result = folder.resolve(type.label() + ".dcm");
      assertThat(CommandLineRun.of("convert", file.toString(), "-o", result.toString()).code())
          .isZero();
      requireValid(result);
    }
  }
}
