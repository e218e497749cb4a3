package penumbra.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.cli.CommandLineRun;
import penumbra.cli.PipedRun;
import penumbra.cli.Samples;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.filter.Gaussian;
import penumbra.io.ImageFiles;
import penumbra.io.npy.Npy;

class PipesTest {
  private static final Terminal BOTH = new Terminal(true, true, 80, false);
  private static final Terminal ERR_ONLY = new Terminal(false, true, 80, false);

  @TempDir private Path folder;

  private byte[] image(String name) throws IOException {
    return Files.readAllBytes(Samples.image(folder.resolve(name), 1));
  }

  private byte[] arrayOfReals() throws IOException {
    Path file = folder.resolve("reals.npy");
    Npy.write(NdArray.of(DType.FLOAT32, new double[] {0.5, 1, 2, -3, 4, 5}, 2, 3), file);
    return Files.readAllBytes(file);
  }

  private static byte[] run(byte[] in, String... args) {
    PipedRun run = PipedRun.of(in, args);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return run.out();
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "npy", "tif", "pgm", "jpg", "nii", "nii.gz"})
  void filterGivesTheBytesThatItWouldWriteToAFile(String format) throws IOException {
    byte[] in = image("in.png");
    Path file = folder.resolve("out." + format);
    assertThat(
            CommandLineRun.of(
                "filter", "gaussian", folder.resolve("in.png").toString(), "-o", file.toString()))
        .isEqualTo(new CommandLineRun(0, "", ""));
    assertThat(run(in, "filter", "gaussian", "-", "-o", "-", "--format", format))
        .isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void whatComesInIsToldByItsContentAndWhatGoesOutHasItsForm() throws IOException {
    byte[] png = run(image("in.png"), "filter", "gaussian", "-", "-o", "-");
    assertThat(png).startsWith(0x89, 'P', 'N', 'G');
    byte[] npy = run(arrayOfReals(), "filter", "gaussian", "-", "-o", "-");
    NdArray direct = Gaussian.of(1).apply(ImageFiles.readArray(folder.resolve("reals.npy")));
    Path made = Files.write(folder.resolve("made.npy"), npy);
    assertThat(Npy.read(made).sameBits(direct)).isTrue();
  }

  @Test
  void convertReadsAndWritesStreams() throws IOException {
    byte[] in = image("in.png");
    byte[] tif = run(in, "convert", "-", "-o", "-", "--format", "tif");
    Path made = Files.write(folder.resolve("made.tif"), tif);
    assertThat(ImageFiles.readArray(made).sameBits(Samples.noise(1, 12, 17))).isTrue();
  }

  @Test
  void resultsOfStandardInputAreNamedInAFolder() throws IOException {
    Path out = folder.resolve("out");
    run(image("in.png"), "filter", "gaussian", "-", "-o", out.toString());
    assertThat(Samples.namesIn(out)).containsExactly("standard-input.png");
  }

  @Test
  void infoAndExplainTellOfStandardInput() throws IOException {
    byte[] in = image("in.png");
    assertThat(PipedRun.of(in, "info", "-").text())
        .startsWith("standard input\n  pixels       (12, 17) uint8\n");
    assertThat(PipedRun.of(in, "explain", "-").text())
        .startsWith("standard input\n  decoding     Decoded PNG");
    String json = PipedRun.of(in, "info", "--json", "-").text();
    assertThat(new ObjectMapper().readTree(json).get(0).get("file").asText()).isEqualTo("-");
    json = PipedRun.of(in, "explain", "--json", "-").text();
    assertThat(new ObjectMapper().readTree(json).get(0).get("file").asText()).isEqualTo("-");
  }

  @Test
  void figuresAndAnimationsGoToStandardOutput() throws IOException {
    byte[] in = image("in.png");
    assertThat(run(in, "plot", "histogram", "-", "-o", "-")).startsWith(0x89, 'P', 'N', 'G');
    byte[] svg = run(in, "plot", "grid", "-", "-o", "-", "--format", "svg");
    assertThat(new String(svg, java.nio.charset.StandardCharsets.UTF_8))
        .contains("<svg", "standard input");
    assertThat(run(in, "gif", "-", "-o", "-")).startsWith('G', 'I', 'F', '8');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"filter gaussian - -o -", "convert - -o -", "gif - -o -", "plot grid - -o -"})
  void bytesAreNotShownOnATerminal(String line) throws IOException {
    PipedRun run = PipedRun.on(BOTH, image("in.png"), line.split(" ", -1));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "penumbra: standard output must be a file or a pipe, as images are bytes, but is a"
                + " terminal; redirect it with > FILE, or name a file with -o\n");
  }

  @Test
  void progressAndNotesStayOutOfStandardOutput() throws IOException {
    byte[] in = image("in.png");
    PipedRun run = PipedRun.on(ERR_ONLY, in, "filter", "sobel-magnitude", "-", "-o", "-");
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .startsWith("penumbra: standard output shows ")
        .contains(" as 0..255; write .npy");
    Path made = Files.write(folder.resolve("made.png"), run.out());
    assertThat(ImageFiles.readArray(made).shape()).containsExactly(12, 17);
  }

  @Test
  void whatCannotBeReadGetsOneLineAndGivesNothing() throws IOException {
    byte[] text = "not a picture\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    PipedRun run = PipedRun.of(text, "filter", "gaussian", "-", "-o", "-");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("penumbra: standard input must be a PNG, JPEG, ")
        .hasLineCount(1);
    assertThat(PipedRun.of(new byte[0], "info", "-").err())
        .startsWith("penumbra: standard input must hold a picture or an array, but is empty");
  }

  @Test
  void standardOutputTakesOneResultOfOneInput() throws IOException {
    byte[] in = image("in.png");
    String file = folder.resolve("in.png").toString();
    assertThat(PipedRun.of(in, "filter", "gaussian", "-", file, "-o", "-").err())
        .isEqualTo(
            "penumbra: standard output must be for one result, but is for 2; name a folder\n");
    assertThat(PipedRun.of(in, "info", "-", "-").err())
        .isEqualTo(
            "penumbra: standard input must be named once, but is named several times; leave the"
                + " others out\n");
  }

  @Test
  void whatWasKeptIsDeletedAtTheEnd() throws IOException {
    byte[] in = image("in.png");
    var pipes = new Pipes(new ByteArrayInputStream(in), OutputStream.nullOutputStream(), false);
    Path kept = pipes.inputs(List.of(Path.of("-"))).getFirst();
    assertThat(kept).hasBinaryContent(in);
    pipes.close();
    assertThat(kept.getParent()).doesNotExist();
  }
}
