package penumbra.cli.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.catalogue.Catalogue;
import penumbra.catalogue.Operation;
import penumbra.catalogue.Parameter;
import penumbra.cli.CommandLineRun;
import penumbra.cli.Samples;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.Precision;
import penumbra.core.filter.Gaussian;
import penumbra.core.filter.GaussianLaplace;
import penumbra.core.filter.Sobel;
import penumbra.core.filter.SobelMagnitude;
import penumbra.core.filter.intensity.Threshold;
import penumbra.figure.colour.Colormap;
import penumbra.figure.colour.ValueRange;
import penumbra.io.ImageFiles;
import penumbra.io.npy.Npy;
import penumbra.io.png.Png;

class FilterCommandTest {
  @TempDir private Path folder;

  private static CommandLineRun run(Object... args) {
    List<String> texts = new ArrayList<>(List.of("filter"));
    for (Object arg : args) {
      texts.add(arg.toString());
    }
    return CommandLineRun.of(texts.toArray(String[]::new));
  }

  private Path at(String name) {
    return folder.resolve(name);
  }

  static List<Operation> operations() {
    return Catalogue.operations();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationGivesTheBitsOfItsFilter(Operation operation) throws IOException {
    // As large as the crops of training sets ask for.
    Path in = Samples.write(at("in.png"), Samples.noise(1, 230, 240));
    CommandLineRun run = run(operation.name(), in, "-o", at("out.npy"));
    assertThat(run).isEqualTo(new CommandLineRun(0, "", ""));
    NdArray direct = operation.standard().apply(ImageFiles.readArray(in));
    assertThat(Npy.read(at("out.npy")).sameBits(direct)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void helpTellsEveryParameterWithItsDefault(Operation operation) {
    CommandLineRun run = run(operation.name(), "--help");
    assertThat(run.code()).isZero();
    // Lines end at spaces and in front of brackets.
    String text = run.out().replaceAll("\\s+", "");
    for (Parameter parameter : operation.parameters()) {
      assertThat(text)
          .containsOnlyOnce("--" + parameter.name() + "=")
          .contains(parameter.help().replace(" ", ""))
          .contains("Default:" + parameter.standard());
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void helpShowsTheParametersFirst(Operation operation) {
    List<String> order = new ArrayList<>(List.of("Usage: penumbra filter " + operation.name()));
    if (!operation.parameters().isEmpty()) {
      order.add("Parameters:");
      operation.parameters().forEach(parameter -> order.add("--" + parameter.name() + "="));
    }
    order.addAll(List.of("IN...", "Files, pictures and speed:", "--output=OUT", "--help"));
    String text = run(operation.name(), "--help").out();
    assertThat(text).containsSubsequence(order);
    assertThat(text).containsOnlyOnce("Parameters:").containsOnlyOnce("--output=OUT");
  }

  @Test
  void optionsReachTheFilter() throws IOException {
    Path in = Samples.image(at("in.png"), 2);
    NdArray image = ImageFiles.readArray(in);
    run("gaussian", "--sigma", "1.5,0.5", "--order=0,1", in, "-o", at("a.npy"));
    NdArray slope = Gaussian.of(1.5, 0.5).withOrder(0, 1).apply(image);
    assertThat(Npy.read(at("a.npy")).sameBits(slope)).isTrue();
    run("sobel", "--axis", "-2", "--boundary", "constant", "--cval", "-3", in, "-o", at("b.npy"));
    NdArray edges =
        Sobel.along(0).withBoundary(new penumbra.core.Boundary.Constant(-3)).apply(image);
    assertThat(Npy.read(at("b.npy")).sameBits(edges)).isTrue();
  }

  @Test
  void precisionAndThreadsReachTheFilter() throws IOException {
    Path in = Samples.write(at("in.png"), Samples.noise(10, 90, 70));
    NdArray image = ImageFiles.readArray(in);
    CommandLineRun fast =
        run("gaussian", "--precision", "FAST", "--threads=1", in, "-o", at("fast.npy"));
    assertThat(fast).isEqualTo(new CommandLineRun(0, "", ""));
    Execution execution = Execution.ofThreads(1).withPrecision(Precision.FAST);
    assertThat(Npy.read(at("fast.npy")).sameBits(Gaussian.of(1).apply(image, execution))).isTrue();
    run("gaussian", "--precision", "exact", "--threads", "7", in, "-o", at("exact.npy"));
    assertThat(Npy.read(at("exact.npy")).sameBits(Gaussian.of(1).apply(image))).isTrue();
  }

  @Test
  void aPrecisionOrThreadsThatCannotBeAreRefused() {
    Path in = Samples.image(at("in.png"), 1);
    assertUsage(
        run("gaussian", "--precision", "quick", in, "-o", at("o.png")),
        "invalid value for option '--precision': it must be one of exact, fast, but is 'quick';"
            + " see 'penumbra filter gaussian --help'");
    assertUsage(
        run("gaussian", "--threads", "0", in, "-o", at("o.png")),
        "--threads must be at least 1, but is 0; give 1 to use the caller alone");
    assertThat(at("o.png")).doesNotExist();
  }

  @Test
  void resultsThatAPictureHoldsAreWrittenAsTheyAre() throws IOException {
    Path in = Samples.image(at("in.png"), 3);
    CommandLineRun run = run("gaussian-laplace", "--output-type", "same", in, "-o", at("out.png"));
    assertThat(run).isEqualTo(new CommandLineRun(0, "", ""));
    NdArray direct =
        GaussianLaplace.of(1).withOutputType(OutputType.SAME).apply(ImageFiles.readArray(in));
    assertThat(ImageFiles.readArray(at("out.png")).sameBits(direct)).isTrue();

    NdArray deep = Samples.noise(4, 9, 8).as(DType.UINT16);
    Path deepIn = Samples.write(at("deep.png"), deep);
    run("threshold", "--value", "100", deepIn, "-o", at("deep-out.png"));
    assertThat(ImageFiles.readArray(at("deep-out.png")).sameBits(Threshold.keep(100).apply(deep)))
        .isTrue();
  }

  @Test
  void smoothingKeepsTheGreyLevelsAndTheDepthOfAPicture() throws IOException {
    NdArray step = NdArray.of(DType.UINT8, new double[] {100, 100, 100, 101, 101, 101}, 1, 6);
    Path in = Samples.write(at("step.png"), step);
    assertThat(run("gaussian", in, "-o", at("out.png"))).isEqualTo(new CommandLineRun(0, "", ""));
    assertThat(ImageFiles.readArray(at("out.png")).sameBits(step)).isTrue();

    NdArray deep = NdArray.of(DType.UINT16, new double[] {0, 40000, 0}, 1, 3);
    Path deepIn = Samples.write(at("deep.png"), deep);
    run("fourier-gaussian", "--sigma", "0", deepIn, "-o", at("deep-out.png"));
    assertThat(ImageFiles.readArray(at("deep-out.png")).sameBits(deep)).isTrue();
  }

  @Test
  void otherResultsAreScaledForAPictureAndALineSaysSo() throws IOException {
    NdArray step = NdArray.of(DType.UINT8, new double[] {0, 0, 0, 255, 255, 255}, 1, 6);
    Path in = Samples.write(at("step.png"), step);
    CommandLineRun run = run("sobel-magnitude", in, "-o", at("out.png"));
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .isEqualTo(
            "penumbra: " + at("out.png") + " shows 0..1020 as 0..255; write .npy for the values\n");
    assertThat(ImageFiles.readArray(at("out.png")).toDoubles())
        .containsExactly(0, 0, 255, 255, 0, 0);
  }

  @Test
  void aColormapIsThatOfTheFigures() throws IOException {
    Path in = Samples.image(at("in.png"), 5);
    CommandLineRun run =
        run("sobel-magnitude", in, "-o", at("out.png"), "--colormap", "hot", "--vmax", "500");
    assertThat(run).isEqualTo(new CommandLineRun(0, "", ""));
    NdArray result = SobelMagnitude.standard().apply(ImageFiles.readArray(in));
    ValueRange range = new ValueRange(ValueRange.of(result).min(), 500);
    assertThat(Files.readAllBytes(at("out.png")))
        .isEqualTo(Png.encode(Colormap.named("hot").apply(result, range)));
  }

  @Test
  void aColormapIsRefusedForArrays() {
    Path in = Samples.image(at("in.png"), 5);
    CommandLineRun run = run("laplace", in, "-o", at("out.npy"), "--colormap", "hot");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "penumbra: a colormap, vmin or vmax must be for a picture, but is for .npy, which keeps"
                + " the values; leave it out, or write .png\n");
  }

  @Test
  void oneBadFileAmongGoodOnesIsNamedAndTheOthersAreDone() throws IOException {
    Path good = Samples.image(at("in/good.png"), 6);
    Path cut = Samples.truncated(at("in/cut.png"));
    Path empty = Samples.empty(at("in/empty.png"));
    Path text = Samples.text(at("in/text.jpg"));
    Path last = Samples.image(at("in/last.png"), 7);
    Path missing = at("in/missing.png");
    CommandLineRun run =
        run("threshold", good, cut, empty, text, missing, last, "-o", at("out/new"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().lines())
        .hasSize(4)
        .satisfiesExactly(
            line -> assertThat(line).startsWith("penumbra: " + cut + " must be"),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "penumbra: "
                            + empty
                            + " must hold a picture or an array, but is empty; copy or download it"
                            + " again"),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "penumbra: "
                            + text
                            + " must be a PNG, JPEG, NPY, NPZ, TIFF, NIfTI, PNM, BMP or DICOM file, but is text; convert it to one of"
                            + " these"),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "penumbra: " + missing + " must exist, but is missing; check the path"));
    assertThat(Samples.namesIn(at("out"))).containsExactly("new/good.png", "new/last.png");
  }

  @Test
  void manyFilesSideBySideGiveTheSameBytesAsOneAlone() throws IOException {
    List<Object> args = new ArrayList<>(List.of("gaussian"));
    int count = 4 * Runtime.getRuntime().availableProcessors();
    for (int i = 0; i < count; i++) {
      args.add(Samples.image(at("in/" + i + ".png"), i));
    }
    args.addAll(List.of("-o", at("out"), "--format", "npy"));
    assertThat(run(args.toArray())).isEqualTo(new CommandLineRun(0, "", ""));
    args.addAll(List.of("--threads", "3"));
    args.set(args.indexOf(at("out")), at("three"));
    assertThat(run(args.toArray())).isEqualTo(new CommandLineRun(0, "", ""));
    for (int i = 0; i < count; i++) {
      NdArray direct = Gaussian.of(1).apply(ImageFiles.readArray(at("in/" + i + ".png")));
      assertThat(Npy.read(at("out/" + i + ".npy")).sameBits(direct)).isTrue();
      assertThat(Npy.read(at("three/" + i + ".npy")).sameBits(direct)).isTrue();
    }
  }

  @Test
  void aFolderStandsForItsImagesAndItsFoldersAreKept() throws IOException {
    Samples.image(at("set/train/NORMAL/a.png"), 1);
    Samples.image(at("set/val/PNEUMONIA/b.jpg"), 2);
    CommandLineRun run = run("sobel-magnitude", at("set"), "-o", at("out"));
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .isEqualTo(
            "penumbra: 2 pictures show their values scaled to 0..255, each from its own range;"
                + " --vmin and --vmax give one range for all, --format npy keeps the values\n");
    assertThat(Samples.namesIn(at("out")))
        .containsExactly("train/NORMAL/a.png", "val/PNEUMONIA/b.png");
  }

  @Test
  void aMislabelledFileIsReadAsWhatItIs() throws IOException {
    Path png = Samples.image(at("in.png"), 8);
    Path mislabelled = Files.copy(png, at("in.jpg"));
    assertThat(run("laplace", mislabelled, "-o", at("out.npy")).code()).isZero();
    assertThat(run("laplace", png, "-o", at("right.npy")).code()).isZero();
    assertThat(Files.mismatch(at("out.npy"), at("right.npy"))).isEqualTo(-1);
  }

  @Test
  void anInputIsNeverOverwritten() throws IOException {
    Path in = Samples.image(at("in.png"), 9);
    byte[] before = Files.readAllBytes(in);
    CommandLineRun run = run("gaussian", in, "-o", folder);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "penumbra: the output must not be an input, but is "
                + in
                + ", which is the input "
                + in
                + "; write elsewhere\n");
    assertThat(Files.readAllBytes(in)).isEqualTo(before);
  }

  @Test
  void nothingHalfWrittenIsLeftWhereAResultCannotBeAPicture() throws IOException {
    Path volume = Samples.write(at("in/volume.npy"), Samples.noise(1, 8, 9).reshape(2, 4, 9));
    CommandLineRun run = run("gaussian", volume, "-o", at("out.png"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "penumbra: "
                + volume
                + ": a result shown as a picture must have shape (height, width), but is (2, 4, 9)"
                + " uint8; write it as .npy\n");
    assertThat(Samples.namesIn(folder)).containsExactly("in/volume.npy");
    assertThat(run("gaussian", volume, "-o", at("out.npy")).code()).isZero();
  }

  @Test
  void aFileInTheWayOfAnOutputFolderIsNamed() throws IOException {
    Path in = Samples.image(at("in.png"), 1);
    Path file = Samples.text(at("notes"));
    CommandLineRun run = run("gaussian", in, "-o", file.resolve("out.npy"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "penumbra: "
                + in
                + ": "
                + file
                + " must be a folder, but a file is in the way; name another output\n");
  }

  @Test
  void mistakesInTheCommandLineAreAnsweredWithTheRemedy() {
    Path in = Samples.image(at("in.png"), 1);
    assertUsage(
        run("guassian", in),
        "an operation must be one of the catalogue's, but is 'guassian'; did you mean 'gaussian'?"
            + " See 'penumbra filter --help'");
    assertUsage(
        run("gaussian", "--sigam", "2", in, "-o", at("o.png")),
        "unknown option '--sigam'; did you mean '--sigma'? See 'penumbra filter gaussian --help'");
    assertUsage(
        run("gaussian", "--sigma", "-1", in, "-o", at("o.png")),
        "--sigma must be a finite number of at least 0, but is -1.0; give 0 to leave an axis"
            + " unsmoothed");
    assertUsage(
        run("gaussian", in),
        "missing required option: '--output=OUT'; see 'penumbra filter gaussian --help'");
    assertUsage(
        run("gaussian", in, at("b.png"), "-o", at("o.png")),
        "the output must be a folder for 2 inputs, but is "
            + at("o.png")
            + "; name it without an extension");
    assertThat(Files.exists(at("o.png"))).isFalse();
  }

  private static void assertUsage(CommandLineRun run, String line) {
    assertThat(run).isEqualTo(new CommandLineRun(2, "", "penumbra: " + line + "\n"));
  }

  @Test
  void aRuleThatOnlyTheArrayCanBreakNamesTheFile() {
    Path in = Samples.image(at("in.png"), 1);
    CommandLineRun run = run("sobel", "--axis", "2", in, "-o", at("o.npy"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "penumbra: "
                + in
                + ": --axis must lie in -2..1 for an array of 2 axes, but is 2; count axes from 0, or"
                + " from -1 at the end\n");
  }

  @Test
  void helpListsAllOperations() {
    for (CommandLineRun run : List.of(run("--help"), CommandLineRun.of("help", "filter"))) {
      assertThat(run.code()).isZero();
      assertThat(run.out()).contains("Operations:").contains(Catalogue.names());
    }
    assertThat(CommandLineRun.of("help", "filter", "canny").out())
        .isEqualTo(run("canny", "--help").out());
    assertThat(run().code()).isEqualTo(2);
  }

  @Test
  void aParameterGivenTwiceIsRefused() {
    Path in = Samples.image(at("in.png"), 1);
    CommandLineRun run = run("gaussian", "--sigma", 1, "--sigma=2", in, "-o", at("out.png"));
    assertThat(run)
        .isEqualTo(
            new CommandLineRun(
                2,
                "",
                "penumbra: --sigma must be given once, but is 2 times; leave the others out\n"));
    assertThat(at("out.png")).doesNotExist();
  }

  @Test
  void aFileAnywhereAboveTheOutputIsNamed() throws IOException {
    Path in = Samples.image(at("in.png"), 1);
    Path file = Samples.text(at("notes"));
    CommandLineRun run = run("sobel", in, "-o", file.resolve("a/b/out.npy"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .endsWith(file + " must be a folder, but a file is in the way; name another output\n");
  }
}
