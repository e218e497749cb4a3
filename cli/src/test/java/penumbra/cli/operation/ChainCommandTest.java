package penumbra.cli.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.cli.CommandLineRun;
import penumbra.cli.Samples;
import penumbra.core.NdArray;
import penumbra.core.filter.Gaussian;
import penumbra.core.filter.SobelMagnitude;
import penumbra.core.filter.geometry.Resize;
import penumbra.core.filter.intensity.Normalize;
import penumbra.io.ImageFiles;
import penumbra.io.npy.Npy;

class ChainCommandTest {
  @TempDir private Path folder;
  private String in = "";
  private String out = "";

  @BeforeEach
  void makeAnImage() {
    in = Samples.write(folder.resolve("set/in.png"), Samples.noise(4, 70, 90)).toString();
    out = folder.resolve("out.npy").toString();
  }

  private static CommandLineRun run(String line, String... more) {
    Stream<String> words = Stream.of(("filter " + line).split(" ", -1));
    return CommandLineRun.of(Stream.concat(words, Stream.of(more)).toArray(String[]::new));
  }

  private NdArray made(String line, String... more) throws IOException {
    Files.deleteIfExists(Path.of(out));
    assertThat(run(line, more)).isEqualTo(new CommandLineRun(0, "", ""));
    return Npy.read(Path.of(out));
  }

  @Test
  void eachOperationWorksOnWhatTheOneBeforeItGives() throws IOException {
    NdArray image = ImageFiles.readArray(Path.of(in));
    NdArray one = Gaussian.of(1.5).apply(image);
    NdArray two = SobelMagnitude.standard().apply(one);
    NdArray three = Normalize.toRange(0, 1).apply(two);
    String line = "gaussian --sigma 1.5 + sobel-magnitude + normalize --upper=1";
    assertThat(made(line, in, "-o", out).sameBits(three)).isTrue();
  }

  @Test
  void theResultIsThatOfARecipeWithTheseSteps() throws IOException {
    Path recipe = folder.resolve("steps.yaml");
    Files.writeString(
        recipe,
        """
        penumbra: 1
        name: steps
        steps:
          - gaussian: {sigma: 1.5}
          - resize: {height: 40, width: 50}
          - sobel-magnitude
          - normalize: {upper: 1}
        outputs:
          - {name: edges, format: npy}
        """);
    Path results = folder.resolve("results");
    CommandLineRun done =
        CommandLineRun.of(
            "run", recipe.toString(), folder.resolve("set").toString(), "-o", results.toString());
    assertThat(done.err()).isEmpty();
    assertThat(done.code()).isZero();
    Path file =
        results.resolve(
            Samples.namesIn(results).stream()
                .filter(name -> name.endsWith(".npy"))
                .findFirst()
                .orElseThrow());
    made(
        "gaussian --sigma 1.5 + resize --height 40 --width 50 + sobel-magnitude + normalize"
            + " --upper 1",
        in,
        "-o",
        out);
    assertThat(Path.of(out)).hasSameBinaryContentAs(file);
  }

  @Test
  void inputsAndSharedOptionsMayStandAnywhere() throws IOException {
    NdArray usual = made("gaussian --sigma 2 + sobel --axis -1", in, "-o", out);
    assertThat(usual.shape()).containsExactly(70, 90);
    for (List<String> words :
        List.of(
            List.of(in, "gaussian", "--sigma", "2", "+", "sobel", "--axis", "-1", "-o", out),
            List.of("gaussian", "-o", out, "--sigma", "2", in, "+", "sobel", "--axis=-1"),
            List.of("gaussian", "--sigma=2", "+", "sobel", "--threads", "1", in, "-o", out))) {
      Files.deleteIfExists(Path.of(out));
      CommandLineRun run =
          CommandLineRun.of(
              Stream.concat(Stream.of("filter"), words.stream()).toArray(String[]::new));
      assertThat(run).isEqualTo(new CommandLineRun(0, "", ""));
      assertThat(Npy.read(Path.of(out)).sameBits(usual)).isTrue();
    }
  }

  @Test
  void anInputMayStandAheadOfASingleOperationToo() throws IOException {
    assertThat(CommandLineRun.of("filter", in, "gaussian", "--sigma", "2", "-o", out))
        .isEqualTo(new CommandLineRun(0, "", ""));
    NdArray direct = Gaussian.of(2).apply(ImageFiles.readArray(Path.of(in)));
    assertThat(Npy.read(Path.of(out)).sameBits(direct)).isTrue();
  }

  @Test
  void theSameOperationMayStandTwice() throws IOException {
    NdArray twice = made("gaussian --sigma 1 + gaussian --sigma 3", in, "-o", out);
    NdArray image = ImageFiles.readArray(Path.of(in));
    NdArray direct = Gaussian.of(3).apply(Gaussian.of(1).apply(image));
    assertThat(twice.sameBits(direct)).isTrue();
  }

  @Test
  void aDicomResultTellsAllOperations() {
    String made = folder.resolve("out.dcm").toString();
    assertThat(run("gaussian --sigma 2 + resize", in, "-o", made).code()).isZero();
    assertThat(CommandLineRun.of("explain", "--header", "--json", made).out())
        .contains("gaussian + resize of modality values. gaussian: sigma 2 elements, ")
        .contains("; resize: height 224 pixels, width 224 pixels, ");
  }

  @Test
  void errorsNameTheOperation() {
    assertUsage(
        run("gaussian --sigma -1 + sobel", in, "-o", out),
        "gaussian: --sigma must be a finite number of at least 0, but is -1.0; give 0 to leave an"
            + " axis unsmoothed");
    CommandLineRun later = run("gaussian + sobel --axis 7", in, "-o", out);
    assertThat(later)
        .isEqualTo(
            new CommandLineRun(
                1,
                "",
                "penumbra: "
                    + in
                    + ": sobel: --axis must lie in -2..1 for an array of 2 axes, but is 7; count"
                    + " axes from 0, or from -1 at the end\n"));
    assertUsage(
        run("gaussian + sobel --sigma 2", in, "-o", out),
        "an option of sobel must be one of --axis, --boundary, --cval, --output-type, but is"
            + " '--sigma'; write it behind the operation that it belongs to; see 'penumbra filter"
            + " --help'");
    assertUsage(
        run("gaussian --sigma 1 --sigma 2 + sobel", in, "-o", out),
        "gaussian: --sigma must be given once, but is given again; leave the others out; see"
            + " 'penumbra filter --help'");
    assertUsage(
        run("gaussian + sobbel", in, "-o", out),
        "an operation must be one of the catalogue's, but is 'sobbel'; did you mean 'sobel'? See"
            + " 'penumbra filter --help'");
  }

  @Test
  void aPlusWithoutAnOperationIsToldWithAnExample() {
    String end =
        "; write it like gaussian --sigma 1 + sobel-magnitude; see 'penumbra filter --help'";
    assertUsage(
        run("gaussian +", "-o", out),
        "each + in a chain must stand between two operations, but is beside '-o'" + end);
    assertUsage(
        run("gaussian + + sobel", in, "-o", out),
        "each + in a chain must stand between two operations, but is beside none" + end);
  }

  @Test
  void aLengthInMillimetresNeedsTheSpacingAndNamesItsOperation() {
    assertThat(run("sobel-magnitude + gaussian --sigma 2mm", in, "-o", out).err())
        .isEqualTo(
            "penumbra: "
                + in
                + ": gaussian: --sigma must be in elements for an image whose spacing is not"
                + " known, but is 2mm; write it without mm, like 1.5\n");
  }

  @Test
  void helpTellsWhatTheOperationsDoAndWhereTheirOptionsAre() {
    CommandLineRun run = run("gaussian + sobel --help");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .containsSubsequence(
            "Usage: penumbra filter OPERATION [PARAMETERS] + OPERATION",
            "gaussian: Smooth",
            "'penumbra filter gaussian --help'",
            "sobel: Sobel",
            "--output=OUT");
  }

  private static void assertUsage(CommandLineRun run, String line) {
    assertThat(run).isEqualTo(new CommandLineRun(2, "", "penumbra: " + line + "\n"));
  }

  @Test
  void theBitsAreThoseOfAResizeOnItsOwn() throws IOException {
    NdArray image = ImageFiles.readArray(Path.of(in));
    NdArray direct = Gaussian.of(1).apply(Resize.to(30, 20).apply(image));
    assertThat(made("resize --height 30 --width 20 + gaussian", in, "-o", out).sameBits(direct))
        .isTrue();
  }
}
