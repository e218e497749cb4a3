package penumbra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.display.GreyPresentation;
import penumbra.core.display.Window;
import penumbra.core.filter.Gaussian;
import penumbra.io.ImageFiles;
import penumbra.io.npy.Npy;

/// Every command on DICOM.
class DicomCommandsTest {
  private static final GreyPresentation SOFT =
      GreyPresentation.of(Window.linear(50.5, 101)).inverted(true);

  @TempDir private Path folder;

  private Path at(String name) {
    return folder.resolve(name);
  }

  private Path ct() throws IOException {
    return DicomSamples.ct(at("ct.dcm"), 1);
  }

  private static NdArray hounsfield() {
    short[] values = new short[DicomSamples.HEIGHT * DicomSamples.WIDTH];
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) (i - 24);
    }
    return NdArray.of(
        DType.INT16,
        java.lang.foreign.MemorySegment.ofArray(values),
        DicomSamples.HEIGHT,
        DicomSamples.WIDTH);
  }

  @Test
  void explainTellsEachStep() throws IOException {
    Path file = ct();
    CommandLineRun run = CommandLineRun.of("explain", file.toString());
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.outLines())
        .containsExactly(
            file.toString(),
            "  container    DICOM, a file with a meta header",
            "  coding       Explicit VR Little Endian (1.2.840.10008.1.2.1)",
            "  pixels       12 rows x 16 columns, MONOCHROME1, 12 of 16 bits, high bit 11, unsigned",
            "  stored       The values in the file are uint16, of which 12 bits allow 0"
                + " to 4095.",
            "               1000 .. 1191",
            "  padding      None is declared.",
            "  modality     The modality's values are 1 x stored - 1024. They are int16.",
            "               -24 .. 167",
            "  windows      window 1 of the file, 'SOFT': center 50.5, width 101, LINEAR, which is"
                + " taken",
            "               window 2 of the file, 'WIDE': center 0, width 2000, LINEAR",
            "  window       black up to 0 (13.0 % of the pixels), white from 100 on (34.9 % of the"
                + " pixels above it).",
            "  polarity     MONOCHROME1: low values are light, so the picture is inverted after the"
                + " window: its black is shown white.",
            "  display      Levels from 0, black, to 255, white, or to 65535 in 16 bits.",
            "               0 .. 255",
            "  spacing      0.5 x 0.5 mm (Pixel Spacing, in the patient)",
            "  odd          MONOCHROME1: programs that do not know it show the picture as a"
                + " negative.");
  }

  @Test
  void explainTakesTheWindowAskedFor() throws IOException {
    String file = ct().toString();
    assertThat(CommandLineRun.of("explain", "--window", "wide", file).out())
        .contains("'WIDE': center 0, width 2000, LINEAR, which is taken");
    assertThat(CommandLineRun.of("explain", "--window", "60/20", file).out())
        .contains("the window asked for: center 60, width 20, LINEAR; black up to 50 (");
    assertThat(CommandLineRun.of("explain", "--window", "3", file))
        .satisfies(run -> assertThat(run.code()).isEqualTo(1))
        .satisfies(run -> assertThat(run.err()).contains("must have the window '3'"));
  }

  @Test
  void explainTellsProgramsTheSame() throws IOException {
    CommandLineRun run = CommandLineRun.of("explain", "--json", ct().toString());
    JsonNode steps = new ObjectMapper().readTree(run.out()).get(0).get("steps");
    assertThat(steps.get(0).get("topic").textValue()).isEqualTo("container");
    assertThat(steps.get(3).get("min").intValue()).isEqualTo(1000);
    assertThat(steps.get(3).get("max").intValue()).isEqualTo(1191);
  }

  @Test
  void explainKnowsPicturesToo() {
    Path file = Samples.write(at("ramp.png"), NdArray.ofUint8(new byte[] {1, 2, 3, 9}, 2, 2));
    assertThat(CommandLineRun.of("explain", file.toString()).outLines())
        .containsExactly(
            file.toString(),
            "  decoding     Decoded PNG, 2 x 2 pixels (height x width), 8-bit grey.",
            "  values       The grey values are (2, 2) uint8, seen as they are.",
            "               1 .. 9");
  }

  @Test
  void infoTellsTheFactsAndKeepsThePatientBack() throws IOException {
    CommandLineRun run = CommandLineRun.of("info", ct().toString());
    assertThat(run.outLines())
        .contains(
            "  modality     CT",
            "  body part    CHEST",
            "  maker        Maker",
            "  stored as    MONOCHROME1, 12 bits, unsigned",
            "  spacing      0.5 x 0.5 mm (Pixel Spacing, in the patient)",
            "  window       window 1 of the file, 'SOFT': center 50.5, width 101, LINEAR",
            "  light        low values",
            "  pixels       (12, 16) int16",
            "  range        -24 .. 167");
    assertThat(run.out()).doesNotContain("Doe", "2001");
    assertThat(CommandLineRun.of("info", "--json", at("ct.dcm").toString()).out())
        .contains("\"body_part\": \"CHEST\"")
        .doesNotContain("Doe", "2001");
    assertThat(CommandLineRun.of("info", "--patient", at("ct.dcm").toString()).outLines())
        .contains("  patient      Doe^Jane", "  studied      20010203");
  }

  @Test
  void infoTellsOfTheValuesAskedFor() throws IOException {
    String file = ct().toString();
    assertThat(CommandLineRun.of("info", "--values", "stored", file).outLines())
        .contains("  range        1000 .. 1191");
    assertThat(CommandLineRun.of("info", "--values", "display", file).outLines())
        .contains("  pixels       (12, 16) uint16", "  range        0 .. 65535");
  }

  @Test
  void filtersWorkOnModalityValues() throws IOException {
    CommandLineRun run =
        CommandLineRun.of("filter", "gaussian", ct().toString(), "-o", at("out.npy").toString());
    assertThat(run).isEqualTo(new CommandLineRun(0, "", ""));
    assertThat(Npy.read(at("out.npy")).sameBits(Gaussian.of(1).apply(hounsfield()))).isTrue();
  }

  @Test
  void picturesOfGreyLevelsAreShownAsTheFileWantsAndSaySo() throws IOException {
    Path png = at("out.png");
    CommandLineRun run =
        CommandLineRun.of("filter", "gaussian", ct().toString(), "-o", png.toString());
    assertThat(run.code()).isZero();
    assertThat(run.err().strip())
        .isEqualTo(
            "penumbra: "
                + png
                + ": In 16 bits. Shown through the window with center 50.5 and width 101 (LINEAR),"
                + " low values light. Write .npy for the values");
    NdArray smooth = Gaussian.of(1).apply(hounsfield());
    assertThat(ImageFiles.read(png).pixels().sameBits(SOFT.show(smooth, DType.UINT16))).isTrue();
    assertThat(
            CommandLineRun.of("filter", "gaussian", ct().toString(), "-o", at("out.jpg").toString())
                .err())
        .contains("In 8 bits. Shown through the window");
  }

  @Test
  void theWindowOperationGivesAPicture() throws IOException {
    CommandLineRun run =
        CommandLineRun.of(
            "filter",
            "window",
            "--center",
            "50.5",
            "--width",
            "101",
            "--invert",
            "true",
            ct().toString(),
            "-o",
            at("out.png").toString());
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("low values are light in").contains("the operation has done");
    assertThat(
            ImageFiles.read(at("out.png")).pixels().sameBits(SOFT.show(hounsfield(), DType.UINT8)))
        .isTrue();
  }

  @Test
  void aFrameIsChosen() throws IOException {
    String file = DicomSamples.ct(at("two.dcm"), 2).toString();
    assertThat(
            CommandLineRun.of("filter", "laplace", file, "-o", at("a.npy").toString())
                .err()
                .strip())
        .isEqualTo(
            "penumbra: "
                + file
                + " must hold one picture, or be read with the number of a frame, but holds 2; choose"
                + " one from 1 to 2 with --frame");
    assertThat(CommandLineRun.of("info", "--frame", "2", file).outLines())
        .contains("  frame        2 of 2", "  range        168 .. 359");
    assertThat(CommandLineRun.of("info", "--frame", "0", file).err())
        .contains("--frame must be at least 1, but is 0; count from 1");
  }

  @Test
  void foldersOfFilesWithoutExtensionsAreLookedInto() throws IOException {
    DicomSamples.ct(at("series/IM0001"), 1);
    DicomSamples.ct(at("series/1.2.840.10008.7"), 1);
    DicomSamples.ct(at("series/named.dcm"), 1);
    Files.writeString(at("series/README"), "nothing");
    assertThat(CommandLineRun.of("info", at("series").toString()).outLines())
        .contains("  images       3");
    assertThat(
            CommandLineRun.of("gif", at("series").toString(), "-o", at("x.gif").toString()).code())
        .isZero();
    assertThat(
            CommandLineRun.of("plot", "grid", at("series").toString(), "-o", at("x.png").toString())
                .code())
        .isZero();
  }

  @Test
  void theArticleRunsOnAFolderAndSaysWhichValuesItShows() throws IOException {
    DicomSamples.ct(at("series/a.dcm"), 1);
    Path archive = Files.createFile(at("series/more.zip"));
    Path out = at("report");
    CommandLineRun run =
        CommandLineRun.of("article", at("series").toString(), "-o", out.toString());
    assertThat(run.err())
        .isEqualTo(
            "penumbra: archives in folders are not entered, of which there is 1, "
                + archive
                + "; name them themselves\n");
    assertThat(run.code()).isZero();
    assertThat(Files.readString(out.resolve("report.html")))
        .contains(
            "1 x stored - 1024",
            "Shown through the window with center 50.5 and width 101 (LINEAR), low values light."
                + " These levels, 0 to 255, are what is filtered.");
  }

  @Test
  void anObjectWithoutAnImageSaysSo() throws IOException {
    Path file = DicomSamples.report(at("report.dcm"));
    assertThat(CommandLineRun.of("info", file.toString()).err().strip())
        .isEqualTo(
            "penumbra: "
                + file
                + " must hold an image, but is a structured report of modality SR, without pixel"
                + " data; name the images that it speaks of");
  }

  @Test
  void theArticleTakesTheWindowAndTheFrameAskedFor() throws IOException {
    DicomSamples.ct(at("series/two.dcm"), 2);
    String series = at("series").toString();
    String out = at("report").toString();
    CommandLineRun without = CommandLineRun.of("article", series, "-o", out);
    assertThat(without.code()).isEqualTo(1);
    assertThat(without.err()).contains("choose one from 1 to 2 with --frame");
    CommandLineRun run =
        CommandLineRun.of("article", "--frame", "2", "--window", "wide", series, "-o", out);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(Files.readString(at("report/report.html")))
        .contains("Shown through the window with center 0 and width 2000 (LINEAR)");
  }

  @Test
  void whatIsThereOfATruncatedFileIsReadIfAskedFor() throws IOException {
    byte[] whole = Files.readAllBytes(ct());
    Path cut = at("cut.dcm");
    Files.write(cut, Arrays.copyOf(whole, whole.length - 10));
    CommandLineRun strict = CommandLineRun.of("info", cut.toString());
    assertThat(strict.code()).isEqualTo(1);
    assertThat(strict.err().lines())
        .singleElement()
        .asString()
        .contains("384 bytes are needed from there, 374 are left", "--lenient");
    assertThat(CommandLineRun.of("info", "--lenient", cut.toString()).outLines())
        .contains(
            "  range        -1024 .. 162",
            "  decoding     Took 10 bytes that are missing at the end of the pixel data to be 0.");
    assertThat(CommandLineRun.of("explain", "--lenient", cut.toString()).out())
        .contains("  odd          Damaged: it must be whole, but ends inside the value of");
    Path png = at("cut.png");
    assertThat(
            CommandLineRun.of("convert", "--lenient", cut.toString(), "-o", png.toString()).code())
        .isZero();
    assertThat(ImageFiles.read(png).pixels().get(0, 0)).isEqualTo(65535);
  }

  @Test
  void aFileWithoutPreambleIsReadAndToldButNotStrictly() throws IOException {
    byte[] whole = Files.readAllBytes(ct());
    Path odd = at("odd.dcm");
    Files.write(odd, Arrays.copyOfRange(whole, 128, whole.length));
    Path packed = at("packed.dcm");
    try (var gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
      gzip.write(whole);
    }
    for (Path file : List.of(odd, packed)) {
      String note = file.equals(odd) ? "The file has no preamble" : "The file is packed by gzip";
      assertThat(CommandLineRun.of("info", file.toString()).out()).contains(note);
      assertThat(CommandLineRun.of("explain", file.toString()).out()).contains(note);
      String png = at("odd.png").toString();
      for (List<String> command :
          List.of(
              List.of("info", "--strict", file.toString()),
              List.of("explain", "--strict", file.toString()),
              List.of("explain", "--header", "--strict", file.toString()),
              List.of("convert", "--strict", file.toString(), "-o", png))) {
        CommandLineRun run = CommandLineRun.of(command.toArray(String[]::new));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines())
            .singleElement()
            .asString()
            .contains("must have nothing odd to be read strictly, but has this: " + note + ";");
      }
      assertThat(CommandLineRun.of("convert", file.toString(), "-o", png).code()).isZero();
    }
    assertThat(CommandLineRun.of("info", "--strict", ct().toString()).code()).isZero();
    for (String command : List.of("info", "explain")) {
      CommandLineRun both = CommandLineRun.of(command, "--strict", "--lenient", ct().toString());
      assertThat(both.code()).isEqualTo(2);
      assertThat(both.err())
          .isEqualTo(
              "penumbra: --strict must not be given with --lenient, but is with it; leave one out\n");
    }
  }

  @Test
  void whatLiesInAnArchiveIsExplainedLikeAFile() throws IOException {
    byte[] whole = Files.readAllBytes(ct());
    Path zip = at("scans.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("one/ct.dcm"));
      out.write(whole);
    }
    List<String> inside = CommandLineRun.of("explain", zip + "!/one/ct.dcm").outLines();
    List<String> outside = CommandLineRun.of("explain", at("ct.dcm").toString()).outLines();
    assertThat(inside.subList(1, inside.size())).isEqualTo(outside.subList(1, outside.size()));
  }
}
