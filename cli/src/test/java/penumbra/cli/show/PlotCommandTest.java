package penumbra.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.cli.CommandLineRun;
import penumbra.cli.Samples;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.measure.Histogram;
import penumbra.figure.DensityPanel;
import penumbra.figure.Figure;
import penumbra.figure.ImagePanel;
import penumbra.figure.colour.Colormap;
import penumbra.figure.render.FigurePng;
import penumbra.figure.render.FigureSvg;
import penumbra.imaging.Display;
import penumbra.imaging.Plots;
import penumbra.imaging.Plots.Titled;
import penumbra.io.gif.AnimationFrames;
import penumbra.io.gif.Gif;

class PlotCommandTest {
  @TempDir private Path folder;

  private Path at(String name) {
    return folder.resolve(name);
  }

  private static CommandLineRun run(Object... args) {
    return CommandLineRun.of(Arrays.stream(args).map(Object::toString).toArray(String[]::new));
  }

  @Test
  void aGridShowsTheFirstImagesOfAFolder() throws IOException {
    for (int i = 0; i < 5; i++) {
      Samples.image(at("set/" + i + ".png"), i);
    }
    CommandLineRun run =
        run(
            "plot",
            "grid",
            at("set"),
            "-o",
            at("g.png"),
            "--rows",
            2,
            "--columns",
            2,
            "--title",
            "Four",
            "--colormap",
            "bone");
    assertThat(run).isEqualTo(new CommandLineRun(0, "", ""));
    List<ImagePanel> panels =
        List.of(0, 1, 2, 3).stream()
            .map(i -> ImagePanel.of(i + ".png", Samples.noise(i, 12, 17), Colormap.named("bone")))
            .map(panel -> panel.withRange(0, 255))
            .toList();
    assertThat(Files.readAllBytes(at("g.png")))
        .isEqualTo(FigurePng.render(Figure.grid(2, 2, panels).withTitle("Four")));
  }

  @Test
  void histogramsCountEveryGreyLevelFromBlackToWhite() throws IOException {
    Path in = Samples.image(at("a.png"), 1);
    assertThat(run("plot", "histogram", in, "-o", at("h.svg"), "--titles", "Noise").code())
        .isZero();
    long[] counts = Histogram.of(Samples.noise(1, 12, 17), 0, 255, 256).counts();
    Figure figure =
        Figure.of(DensityPanel.of("Noise", 0, 255, counts).withAxisLabels("grey level", "pixels"));
    assertThat(Files.readString(at("h.svg"))).isEqualTo(FigureSvg.render(figure));
  }

  @Test
  void aComparisonPutsImagesSideBySideAndTheirDifference() throws IOException {
    Path a = Samples.image(at("a.png"), 1);
    Path b = Samples.image(at("b.png"), 2);
    run("plot", "compare", a, b, "-o", at("two.png"));
    run("plot", "compare", a, b, "--difference", "-o", at("three.png"));
    List<Titled> images =
        List.of(
            new Titled("a.png", Samples.noise(1, 12, 17)),
            new Titled("b.png", Samples.noise(2, 12, 17)));
    assertThat(Files.readAllBytes(at("two.png")))
        .isEqualTo(FigurePng.render(Plots.compare(images, Display.standard())));
    assertThat(Files.readAllBytes(at("three.png")))
        .isEqualTo(FigurePng.render(Plots.difference(images, Display.standard(), 99.5)));
    Path deep = Samples.write(at("deep.npy"), Samples.noise(3, 4, 4).as(DType.FLOAT64));
    CommandLineRun run = run("plot", "compare", a, deep, "--difference", "-o", at("no.png"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "penumbra: the shape of the second image must be that of the first, (12, 17), but is"
                + " (4, 4); leave the difference out\n");
    assertThat(Files.exists(at("no.png"))).isFalse();
  }

  @Test
  void aFigureIsRefusedBeforeAnyWorkIfItsNameSaysNotWhichFormItHas() {
    CommandLineRun run = run("plot", "grid", at("missing.png"), "-o", at("g.bmp"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "penumbra: the output must end in .png or .svg, but is "
                + at("g.bmp")
                + "; add one of these to the name\n");
  }

  @Test
  void aFileThatCannotBeReadIsLeftOut() throws IOException {
    Path good = Samples.image(at("a.png"), 1);
    Path text = Samples.text(at("b.png"));
    CommandLineRun run = run("plot", "grid", good, text, "-o", at("g.png"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("penumbra: " + text + " must be").hasLineCount(1);
    assertThat(Files.exists(at("g.png"))).isTrue();
  }

  @Test
  void aGifShowsTheFirstImagesInOrderOnOneCanvas() throws IOException {
    List<NdArray> noise =
        List.of(Samples.noise(1, 40, 20), Samples.noise(2, 10, 60), Samples.noise(3, 5, 5));
    for (int i = 0; i < noise.size(); i++) {
      Samples.write(at("set/" + i + ".png"), noise.get(i));
    }
    CommandLineRun run =
        run("gif", at("set"), "-o", at("a.gif"), "-n", 2, "--fps", 2, "--max-side", 30);
    assertThat(run).isEqualTo(new CommandLineRun(0, "", ""));
    byte[] gif = Files.readAllBytes(at("a.gif"));
    assertThat(gif).isEqualTo(Gif.encode(AnimationFrames.fit(noise.subList(0, 2), 30), 2));
    assertThat(gif).startsWith('G', 'I', 'F', '8', '9', 'a', 30, 0, 30, 0);
  }

  @Test
  void aGifsOptionsAreChecked() {
    Path in = Samples.image(at("a.png"), 1);
    assertThat(run("gif", in, "-o", at("a.gif"), "--fps", 0).err())
        .isEqualTo(
            "penumbra: --fps must lie in 0.002..50, but is 0; 1 shows each picture for a second\n");
    assertThat(run("gif", in, "-o", at("a.png"), "-n", 0).err())
        .isEqualTo("penumbra: -n must be at least 1, but is 0; give the number of images\n");
    assertThat(run("gif", at("none.png"), "-o", at("a.gif")).code()).isEqualTo(1);
    assertThat(Files.exists(at("a.gif"))).isFalse();
  }
}
