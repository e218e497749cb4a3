package penumbra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import penumbra.cli.console.Version;

class BenchCommandTest {
  private static final String BRIEF = "--seconds=0.0001";

  private final int cpus = Runtime.getRuntime().availableProcessors();

  @Test
  void printsATableWithBothPrecisions() {
    CommandLineRun run = CommandLineRun.of("bench", BRIEF);
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.outLines().getFirst())
        .matches("1024 x 1024 chest phantom, " + cpus + " threads?, kernels: (scalar|simd).*");
    assertThat(run.outLines()).anyMatch(line -> line.matches(" +exact +fast"));
    assertThat(run.outLines())
        .anyMatch(line -> line.matches("gaussian sigma 1 +f32>f32( +\\d+\\.\\d{3} +\\d+){2}"));
  }

  @Test
  void tellsProgramsTheSame() throws IOException {
    CommandLineRun run =
        CommandLineRun.of("bench", "--json", "--precision=fast", "--threads=1", BRIEF);
    assertThat(run.code()).isZero();
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.at("/runtime/penumbra").textValue()).isEqualTo(Version.ofPenumbra());
    assertThat(json.get("threads").intValue()).isEqualTo(1);
    assertThat(json.get("operations")).hasSize(16);
    for (JsonNode operation : json.get("operations")) {
      assertThat(operation.has("exact")).isFalse();
      assertThat(operation.at("/fast/milliseconds").doubleValue()).isPositive();
    }
  }

  @Test
  void refusesWhatCannotBe() {
    assertUsage(
        CommandLineRun.of("bench", "--threads", "0"),
        "--threads must lie in 1.."
            + cpus
            + ", the number of CPUs, but is 0; leave it out to use all");
    assertUsage(
        CommandLineRun.of("bench", "--precision", "quick"),
        "invalid value for option '--precision': it must be one of exact, fast, but is 'quick'; see"
            + " 'penumbra bench --help'");
    assertUsage(
        CommandLineRun.of("bench", "--seconds", "0"),
        "--seconds must be above 0 and at most 60, but is 0.0; 0.3 is usual");
    assertUsage(
        CommandLineRun.of("bench", "scan.png"),
        "unknown argument 'scan.png'. See 'penumbra bench --help'");
  }

  private static void assertUsage(CommandLineRun run, String line) {
    assertThat(run).isEqualTo(new CommandLineRun(2, "", "penumbra: " + line + "\n"));
  }

  @Test
  void helpAndCompletionKnowIt() {
    CommandLineRun help = CommandLineRun.of("help", "bench");
    assertThat(help).isEqualTo(CommandLineRun.of("bench", "--help"));
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("--precision=HOW", "exact, fast", "--threads=N");
    assertThat(help.outLines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(CommandLineRun.of("completion").out())
        .contains("function _picocli_penumbra_bench()", "HOW_option_args=(\"exact\" \"fast\")");
  }
}
