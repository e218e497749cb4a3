package penumbra.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.consumers.Commands.Ended;

/// Somebody who is not of Penumbra writes two filters and a file format against the installed jars,
/// in the folder `src/test/plugin`, puts the jar beside the command line, and uses them by name.
/// One jar is a module; the other has no `module-info`, and names what it brings in
/// `META-INF/services`.
class PluginTest {
  private static final int HEIGHT = 21;
  private static final int WIDTH = 34;
  private static final Grid PICTURE = picture();

  @TempDir private static Path folder;
  private static Installation penumbra;

  @BeforeAll
  static void build() throws IOException, InterruptedException {
    Path project = Path.of("target/test-classes/plugin").toAbsolutePath();
    Maven.copy(project, folder.resolve("modular"), file -> !file.toString().contains("META-INF"));
    Maven.copy(project, folder.resolve("plain"), file -> !file.endsWith("module-info.java"));
    Maven.build(folder.resolve("modular"));
    Maven.build(folder.resolve("plain"));
    penumbra = Installation.in(Files.createDirectory(folder.resolve("home")));
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setPixels(0, 0, WIDTH, HEIGHT, PICTURE.values());
    ImageIO.write(image, "png", penumbra.home().resolve("in.png").toFile());
    Files.writeString(penumbra.home().resolve("in.grid"), PICTURE.text());
  }

  private static Grid picture() {
    Random random = new Random(13);
    return Grid.of(HEIGHT, WIDTH, (_, _) -> random.nextInt(256));
  }

  private static String jar(String kind) {
    return folder.resolve(kind).resolve("target/example-plugin-1.jar").toString();
  }

  /// Starts a command with the jar, and gives what it printed; it must end well.
  private static Ended done(String kind, String... arguments) throws Exception {
    Ended ended = penumbra.start(jar(kind), arguments);
    assertThat(ended.code()).as("%s\n%s", List.of(arguments), ended.err()).isZero();
    return ended;
  }

  private static Grid grid(String name) throws IOException {
    return Grid.read(penumbra.home().resolve(name));
  }

  private static void assertSame(Grid found, Grid expected) {
    assertThat(found.values()).containsExactly(expected.values());
  }

  @Test
  void oneJarIsAModuleAndTheOtherNamesItsServices() {
    assertThat(folder.resolve("modular/target/classes/module-info.class")).exists();
    assertThat(folder.resolve("modular/target/classes/META-INF")).doesNotExist();
    assertThat(folder.resolve("plain/target/classes/module-info.class")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"modular", "plain"})
  void theOperationsAreListedWithTheirParameters(String kind) throws Exception {
    assertThat(done(kind, "operations").out().lines())
        .anyMatch(line -> line.matches("solarize +Mirror the values above a threshold\\."))
        .anyMatch(line -> line.startsWith("local-range "));
    assertThat(done(kind, "operations", "solarize").out())
        .contains("--threshold\n      Where values turn.")
        .contains("range    at least 0")
        .contains("default  128");
    assertThat(done(kind, "filter", "local-range", "--help").out()).contains("--boundary");
  }

  @ParameterizedTest
  @ValueSource(strings = {"modular", "plain"})
  void theirValuesAreThoseOfTheDefinitionFromAndToTheFormatOfTheJar(String kind) throws Exception {
    for (String input : List.of("in.png", "in.grid")) {
      done(kind, "filter", "solarize", "--threshold", "100", input, "-o", "point.grid");
      assertSame(grid("point.grid"), PICTURE.solarized(100));
      done(kind, "filter", "local-range", input, "-o", "near.grid");
      assertSame(grid("near.grid"), PICTURE.localRange());
      done(
          kind,
          ("filter solarize --threshold 100 + local-range " + input + " -o both.grid").split(" "));
      assertSame(grid("both.grid"), PICTURE.solarized(100).localRange());
    }
    Ended wrong =
        penumbra.start(jar(kind), "filter", "solarize", "--threshold=-1", "in.png", "-oa.png");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err())
        .isEqualTo("penumbra: --threshold must be at least 0, but is -1.0; give a grey level\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"modular", "plain"})
  void theirValuesOf8BitsAreThoseOfThePicture(String kind) throws Exception {
    done(kind, "filter", "local-range", "--output-type", "uint8", "in.png", "-o", "near.png");
    assertThat(pixels("near.png")).containsExactly(PICTURE.localRange().values());
  }

  private static double[] pixels(String png) throws IOException {
    Raster raster = ImageIO.read(penumbra.home().resolve(png).toFile()).getRaster();
    return raster.getPixels(0, 0, WIDTH, HEIGHT, (double[]) null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"modular", "plain"})
  void theirResultsBecomeDicomAndWhatCannotBeKnownIsToldFirst(String kind) throws Exception {
    Ended told = done(kind, "filter", "solarize", "in.png", "-o", "point.dcm");
    assertThat(told.err())
        .isEqualTo(
            "penumbra: solarize does not say which of its results are light, nor whether they are"
                + " on the scale of its input; so its .dcm files have a scale of their own and show"
                + " high values light; write .npy for the values alone\n");
    done(kind, "convert", "point.dcm", "-o", "back.grid", "--values", "modality");
    assertSame(grid("back.grid"), PICTURE.solarized(128));
    Ended silent = done(kind, "filter", "local-range", "in.png", "-o", "near.dcm");
    assertThat(silent.err()).isEmpty();
    done(kind, "convert", "near.dcm", "-o", "back.grid", "--values", "modality");
    assertSame(grid("back.grid"), PICTURE.localRange());
    assertThat(done(kind, "explain", "--header", "point.dcm").out())
        .contains("solarize of modality values: threshold 128 grey levels");
  }

  @ParameterizedTest
  @ValueSource(strings = {"modular", "plain"})
  void aRecipeNamesThemAndWritesTheFormat(String kind) throws Exception {
    String out = "run-" + kind;
    Path recipe = penumbra.home().resolve("mine.yaml");
    Files.writeString(
        recipe,
        """
        penumbra: 1
        name: mine
        steps:
          - solarize: {threshold: 100}
        outputs:
          - name: range
            path: "{name}/{stem}"
            steps: [local-range]
            format: grid
          - name: seen
            path: "{name}/{stem}"
            steps: [local-range, normalize]
            format: png
          - name: object
            path: "{name}/{stem}"
            steps: [local-range]
            format: dcm
        """);
    assertThat(done(kind, "run", "mine.yaml", "in.grid", "-o", out).err())
        .contains("penumbra: solarize does not say which of its results are light");
    List<String> manifest = Files.readAllLines(penumbra.home().resolve(out + "/manifest.csv"));
    assertThat(manifest.getFirst()).endsWith(",version,plugins");
    assertThat(manifest.getLast()).matches(".*,example-plugin-1\\.jar [0-9a-f]{64}");
    String same = "filter solarize --threshold 100 + local-range in.grid -o same.dcm";
    done(kind, same.split(" "));
    assertThat(penumbra.home().resolve(out + "/object/in.dcm"))
        .hasSameBinaryContentAs(penumbra.home().resolve("same.dcm"));
    assertSame(grid(out + "/range/in.grid"), PICTURE.solarized(100).localRange());
    assertThat(pixels(out + "/seen/in.png")).contains(255);
    assertThat(done(kind, "recipe", "explain", "mine.yaml").out())
        .contains("Mirror the values above a threshold.");
  }

  @Test
  void aJarInTheFolderPluginsIsFoundWithoutBeingNamed() throws Exception {
    Path jar = Files.createDirectories(penumbra.plugins()).resolve("mine.jar");
    Files.copy(Path.of(jar("modular")), jar);
    try {
      assertThat(penumbra.start("", "operations").out()).contains("\nlocal-range ");
      assertThat(penumbra.start(jar.toString(), "operations").code()).isZero();
    } finally {
      Files.delete(jar);
    }
    assertThat(penumbra.start("", "operations").out()).doesNotContain("\nlocal-range ");
  }

  @Test
  void aNameThatTwoJarsClaimIsToldBeforeAnyWorkAndNothingElseStops() throws Exception {
    Path rival = Rival.jar(folder.resolve("rival"), "solarize");
    String both = jar("plain") + ":" + rival;
    String expected =
        "penumbra: the operation 'solarize' must have a name of its own, but is claimed by"
            + " example.plugin.Operations in "
            + Path.of(jar("plain")).toRealPath()
            + " and by rival.Operations in "
            + rival.toRealPath()
            + "; remove one of the two jars\n";
    for (List<String> command :
        List.of(
            List.of("filter", "gaussian", "in.png", "-o", "never.png"),
            List.of("filter", "gaussian", "+", "laplace", "in.png", "-o", "never.png"),
            List.of("operations"))) {
      Ended ended = penumbra.start(both, command.toArray(String[]::new));
      assertThat(ended.err()).isEqualTo(expected);
      assertThat(ended.code()).isEqualTo(2);
    }
    assertThat(penumbra.home().resolve("never.png")).doesNotExist();
    assertThat(penumbra.start(both, "info", "in.grid").code()).isZero();
    assertThat(penumbra.start(both, "--version").code()).isZero();
  }

  @Test
  void aNameOfPenumbrasOwnCannotBeClaimed() throws Exception {
    Path rival = Rival.jar(folder.resolve("gaussian"), "gaussian");
    Ended ended = penumbra.start(rival.toString(), "filter", "sobel", "in.png", "-o", "never.png");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err())
        .isEqualTo(
            "penumbra: the operation 'gaussian' must have a name of its own, but is claimed by"
                + " Penumbra itself and by rival.Operations in "
                + rival.toRealPath()
                + "; rename it in that jar or remove the jar\n");
  }

  @Test
  void aJarThatIsNoneStopsOnlyWhatNeedsIt() throws Exception {
    Path junk = Files.writeString(folder.resolve("junk.jar"), "junk");
    Ended ended = penumbra.start(junk.toString(), "filter", "sobel", "in.png", "-o", "never.png");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err())
        .startsWith(
            "penumbra: the plug-in " + junk.toRealPath() + " must be a jar that can be loaded")
        .hasLineCount(1);
    assertThat(penumbra.start(junk.toString(), "--version").code()).isZero();
    assertThat(penumbra.start(junk.toString(), "--help").code()).isZero();
  }
}
