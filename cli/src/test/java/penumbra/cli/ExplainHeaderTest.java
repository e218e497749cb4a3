package penumbra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainHeaderTest {
  private static final Path REAL = Path.of("../../shared/data/dicom");

  @TempDir private Path folder;

  private String derived() {
    String in = Samples.image(folder.resolve("in.png"), 1).toString();
    String out = folder.resolve("out.dcm").toString();
    assertThat(CommandLineRun.of("filter", "gaussian", in, "-o", out).code()).isZero();
    return out;
  }

  @Test
  void everyElementOfAFileIsPrinted() {
    String file = derived();
    CommandLineRun run = CommandLineRun.of("explain", "--header", file);
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.outLines().getFirst()).isEqualTo(file);
    assertThat(run.outLines())
        .contains(
            "  (0002,0010) UI TransferSyntaxUID                1.2.840.10008.1.2.1",
            "  (0028,0010) US Rows                             12",
            "  (0021,0010) LO PrivateCreator                   PENUMBRA")
        .anySatisfy(line -> assertThat(line).startsWith("  (0021,1001) UT [PENUMBRA] "))
        .anySatisfy(line -> assertThat(line).startsWith("  (7FE0,0010) O"));
  }

  @Test
  void programsGetTheDicomJsonModel() throws IOException {
    CommandLineRun run = CommandLineRun.of("explain", "--header", "--json", derived());
    assertThat(run.code()).isZero();
    JsonNode file = new ObjectMapper().readTree(run.out()).get(0);
    assertThat(file.get("data_set").get("00280010").toString())
        .isEqualTo("{\"vr\":\"US\",\"Value\":[12]}");
    assertThat(file.get("meta").get("00020010").get("Value").get(0).asText())
        .isEqualTo("1.2.840.10008.1.2.1");
    assertThat(file.get("data_set").has("00020010")).isFalse();
    assertThat(file.get("odd")).isEmpty();
  }

  @Test
  void afileOfAnotherKindIsRefusedInOneLine() {
    String in = Samples.image(folder.resolve("in.png"), 1).toString();
    CommandLineRun run = CommandLineRun.of("explain", "--header", in);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("penumbra: " + in + " must be a DICOM file").hasLineCount(1);
  }

  @Test
  void realFilesOfManyMakersArePrintedAndParsed() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(REAL), "needs ../shared/data beside the project");
    try (var files = Files.newDirectoryStream(REAL, "*.dcm")) {
      for (Path file : files) {
        // Of this one the first byte is missing, and with it the first element.
        if (!file.endsWith("no_meta.dcm")) {
          CommandLineRun run = CommandLineRun.of("explain", "--header", file.toString());
          assertThat(run.code()).as(run.err()).isZero();
          assertThat(run.outLines().stream().skip(1))
              .allMatch(line ->
                  line.matches(
                      " +\\([0-9A-F]{4},[0-9A-F]{4}\\) [A-Z]{2} \\S.*| +item \\d+|  odd: .*"));
          String json = CommandLineRun.of("explain", "--header", "--json", file.toString()).out();
          JsonNode model = new ObjectMapper().readTree(json).get(0).get("data_set");
          assertThat(List.copyOf(model.properties())).isNotEmpty();
        }
      }
    }
  }
}
