package penumbra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.core.DType;
import penumbra.core.NdArray;

class ListingTest {
  @TempDir private Path folder;
  private Path set = Path.of("");

  @BeforeEach
  void makeASet() {
    set = folder.resolve("set");
    Samples.write(
        set.resolve("a/ramp.png"),
        NdArray.of(DType.UINT8, new double[] {0, 1, 2, 3, 4, 200}, 2, 3));
    Samples.write(
        set.resolve("b/reals.tif"),
        NdArray.of(DType.FLOAT32, new double[] {-0.5, 0, 0.5, 4}, 1, 4));
  }

  private CommandLineRun run(String... args) {
    CommandLineRun run =
        CommandLineRun.of(
            java.util.stream.Stream.concat(
                    java.util.stream.Stream.of("info"), java.util.stream.Stream.of(args))
                .toArray(String[]::new));
    return new CommandLineRun(run.code(), run.out().replace(set.toString(), "SET"), run.err());
  }

  private String size(String name) throws IOException {
    return String.format(java.util.Locale.ROOT, "%,d", Files.size(set.resolve(name)));
  }

  @Test
  void aFolderIsListedLineByLine() throws IOException {
    List<String> lines = run(set.toString(), "--list").outLines();
    assertThat(lines.stream().map(line -> line.replaceAll(" {2,}", "  ")))
        .containsExactly(
            "file  format  shape  type  bytes",
            "SET/a/ramp.png  PNG  2 x 3  uint8  " + size("a/ramp.png"),
            "SET/b/reals.tif  TIFF  1 x 4  float32  " + size("b/reals.tif"));
    List<String> whole = CommandLineRun.of("info", set.toString(), "--list").outLines();
    assertThat(whole.stream().map(String::length).distinct()).hasSize(1);
  }

  @Test
  void aTableHasTheStatisticsToo() {
    CommandLineRun run = run("--table", set.toString(), set.resolve("a/ramp.png").toString());
    assertThat(run.code()).isZero();
    assertThat(run.outLines()).hasSize(4);
    assertThat(run.outLines().getFirst()).matches("file .*min +max +mean +median +deviation");
    assertThat(run.outLines().get(1)).matches("SET/a/ramp.png .* 0  200  +35 +2.5 +73.8015");
    assertThat(run.outLines().get(2)).matches("SET/b/reals.tif .* -0.5 +4 +1 +0.25 .*");
    List<String> whole = CommandLineRun.of("info", "--table", set.toString()).outLines();
    assertThat(whole.stream().map(String::length).distinct()).hasSize(1);
  }

  @Test
  void programsReadTheListToo() throws IOException {
    JsonNode list = new ObjectMapper().readTree(run("--list", "--json", set.toString()).out());
    assertThat(list).hasSize(2);
    assertThat(list.get(1).get("shape").toString()).isEqualTo("[1,4]");
    assertThat(list.get(1).get("type").asText()).isEqualTo("float32");
    assertThat(list.get(1).has("mean")).isFalse();
    JsonNode table = new ObjectMapper().readTree(run("--table", "--json", set.toString()).out());
    assertThat(table.get(0).get("mean").asDouble()).isEqualTo(35);
  }

  @Test
  void theFirstAreListedWhereALimitIsGiven() {
    assertThat(run(set.toString(), "--list", "-n", "1").outLines()).hasSize(2);
    assertThat(run(set.toString(), "--table", "--limit", "1").outLines()).hasSize(2);
    assertThat(run(set.toString(), "--list", "-n", "0").err())
        .isEqualTo("penumbra: -n must be at least 1, but is 0; give the number of images\n");
    assertThat(run(set.toString(), "-n", "1").err())
        .isEqualTo("penumbra: -n must go with --list or --table, but is alone; add --list\n");
  }

  @Test
  void whatCannotBeReadIsNamedAndTheOthersAreListed() throws IOException {
    Samples.text(set.resolve("c.png"));
    CommandLineRun run = run(set.toString(), "--list");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.outLines()).hasSize(3);
    assertThat(run.err()).startsWith("penumbra: " + set.resolve("c.png") + " must be a PNG");
  }
}
