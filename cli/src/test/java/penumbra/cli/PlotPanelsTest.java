package penumbra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.core.NdArray;
import penumbra.core.filter.Canny;
import penumbra.figure.Figure;
import penumbra.figure.ImagePanel;
import penumbra.figure.Overlay;
import penumbra.figure.colour.Colormap;
import penumbra.figure.colour.ValueRange;
import penumbra.figure.render.FigurePng;
import penumbra.figure.render.FigureSvg;

class PlotPanelsTest {
  @TempDir private Path folder;

  private Path at(String name) {
    return folder.resolve(name);
  }

  private static CommandLineRun run(Object... args) {
    return CommandLineRun.of(Arrays.stream(args).map(Object::toString).toArray(String[]::new));
  }

  private static ImagePanel panel(String colormap) {
    return ImagePanel.of("a.png, " + colormap, Samples.noise(1, 12, 17), Colormap.named(colormap))
        .withRange(0, 255);
  }

  @Test
  void oneRadiographStandsInThreeColormapsSideBySide() throws IOException {
    Path in = Samples.image(at("a.png"), 1);
    Figure figure = Figure.row(panel("prism"), panel("nipy_spectral"), panel("terrain"));
    String maps = "prism,nipy_spectral,terrain";
    assertThat(run("plot", "grid", in, in, in, "--colormap", maps, "-o", at("three.png")))
        .isEqualTo(new CommandLineRun(0, "", ""));
    assertThat(Files.readAllBytes(at("three.png"))).isEqualTo(FigurePng.render(figure));
    run("plot", "grid", in, "--colormap", maps, "-o", at("one.png"));
    assertThat(Files.readAllBytes(at("one.png"))).isEqualTo(FigurePng.render(figure));
    run(
        "plot",
        "grid",
        in,
        "--colormap",
        "prism",
        "--colormap",
        "nipy_spectral",
        "--colormap",
        "terrain",
        "-o",
        at("one.svg"));
    assertThat(Files.readString(at("one.svg"))).isEqualTo(FigureSvg.render(figure));
  }

  @Test
  void aPictureInColourStaysInColour() throws IOException {
    byte[] rgb = new byte[12 * 17 * 3];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (i * 7);
    }
    NdArray colours = NdArray.ofUint8(rgb, 12, 17, 3);
    Path in = Samples.write(at("photo.png"), colours);
    assertThat(run("plot", "grid", in, "-o", at("g.png")).code()).isZero();
    assertThat(Files.readAllBytes(at("g.png")))
        .isEqualTo(FigurePng.render(Figure.of(ImagePanel.of("photo.png", colours))));
    assertThat(run("plot", "grid", in, "--colormap", "bone,none", "-o", at("two.png")).code())
        .isZero();
    assertThat(Files.size(at("two.png"))).isGreaterThan(Files.size(at("g.png")));
  }

  @Test
  void eachPanelMayHaveLimitsAndABar() throws IOException {
    Path in = Samples.image(at("a.png"), 1);
    ImagePanel panel = ImagePanel.of("a.png", Samples.noise(1, 12, 17)).withColourBar(true);
    run(
        "plot",
        "grid",
        in,
        in,
        "--vmin",
        "auto,50",
        "--vmax",
        "200,100",
        "--colorbar",
        "-o",
        at("g.png"));
    double least = panel.range().min();
    Figure figure = Figure.row(panel.withRange(least, 200), panel.withRange(50, 100));
    assertThat(Files.readAllBytes(at("g.png"))).isEqualTo(FigurePng.render(figure));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--colormap prism,bone|--colormap must be given once, or once for each of the 3 panels, but"
            + " is 2 times; separate them with commas, none where a panel needs none",
        "--vmin 1,2,low|--vmin must be a number or auto, but is 'low'; give grey levels, with commas"
            + " between",
        "--percentiles 99,1|--percentiles must be two numbers from 0 to 100, the smaller one first,"
            + " but is [99.0, 1.0]; write them as 1,99",
      })
  void whatCannotBeIsSaidInOneLine(String options, String message) {
    Path in = Samples.image(at("a.png"), 1);
    Object[] files = {"plot", "grid", in, in, in, "-o", at("g.png")};
    Object[] given = options.split(" ", -1);
    Object[] all = Arrays.copyOf(files, files.length + given.length);
    System.arraycopy(given, 0, all, files.length, given.length);
    assertThat(run(all)).isEqualTo(new CommandLineRun(2, "", "penumbra: " + message + "\n"));
    assertThat(at("g.png")).doesNotExist();
  }

  @Test
  void aFileThatCannotBeReadLeavesNoDoubtWhichPanelHasWhichColours() throws IOException {
    Path good = Samples.image(at("a.png"), 1);
    Path text = Samples.text(at("b.png"));
    CommandLineRun run =
        run("plot", "grid", text, good, "--colormap", "bone,hot", "-o", at("g.png"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("penumbra: " + text + " must be").hasLineCount(1);
    assertThat(at("g.png")).doesNotExist();
  }

  @Test
  void edgesLieOverThePictureFromAFileOrFromAnOperation() throws IOException {
    NdArray noise = Samples.noise(1, 12, 17);
    Path in = Samples.image(at("a.png"), 1);
    NdArray edges = Canny.of(50, 100).apply(noise);
    Path mask = Samples.write(at("edges.png"), edges);
    NdArray shown = Colormap.gray().apply(noise, new ValueRange(0, 255));
    NdArray marked = Overlay.of("orange").on(shown, edges);
    assertThat(marked.toDoubles()).contains(140);
    Figure figure = Figure.of(ImagePanel.of("a.png", marked));
    assertThat(run("plot", "overlay", in, mask, "-o", at("file.png")))
        .isEqualTo(new CommandLineRun(0, "", ""));
    assertThat(Files.readAllBytes(at("file.png")))
        .isEqualTo(FigurePng.render(figure.withCaption("orange: edges.png")));
    run("plot", "overlay", in, "--operation", "canny", "-o", at("operation.svg"));
    assertThat(Files.readString(at("operation.svg")))
        .isEqualTo(FigureSvg.render(figure.withCaption("orange: canny")));
    run(
        "plot",
        "overlay",
        in,
        mask,
        "--operation",
        "canny --min-val 10",
        "--color",
        "cyan,#102030",
        "--opacity",
        0.5,
        "-o",
        at("both.png"));
    NdArray wide = Canny.of(10, 100).apply(noise);
    NdArray both =
        Overlay.of("#102030")
            .withOpacity(0.5)
            .on(Overlay.of("cyan").withOpacity(0.5).on(shown, edges), wide);
    Figure second =
        Figure.of(ImagePanel.of("a.png", both))
            .withCaption("cyan: edges.png; #102030: canny --min-val 10");
    assertThat(Files.readAllBytes(at("both.png"))).isEqualTo(FigurePng.render(second));
  }

  @Test
  void anOverlayThatCannotBeIsRefused() {
    Path in = Samples.image(at("a.png"), 1);
    Path other = Samples.write(at("b.png"), Samples.noise(2, 5, 5));
    List<CommandLineRun> runs =
        List.of(
            run("plot", "overlay", in, "-o", at("o.png")),
            run("plot", "overlay", in, other, "-o", at("o.png")),
            run("plot", "overlay", in, in, "--color", "pink", "-o", at("o.png")),
            run("plot", "overlay", in, "--operation", "canny sigma", "-o", at("o.png")));
    assertThat(runs).map(CommandLineRun::code).containsOnly(2);
    assertThat(runs)
        .map(CommandLineRun::err)
        .containsExactly(
            "penumbra: an overlay must have a mask or an --operation, but is none; name a picture of"
                + " edges, or add --operation canny\n",
            "penumbra: the shape of an overlay must be that of the picture, (12, 17), but is (5, 5);"
                + " give a mask of the same picture\n",
            "penumbra: a colour must be #RRGGBB or one of black, blue, cyan, green, magenta, orange,"
                + " red, white, yellow, but is 'pink'; give for example orange, or #FF8C00\n",
            "penumbra: the operation 'canny sigma' must be a name, then --PARAMETER VALUE as often as"
                + " needed, but is at fault at sigma; write it as \"canny --sigma 2\"\n");
    assertThat(at("o.png")).doesNotExist();
  }
}
