package penumbra.cli.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.cli.CommandLineRun;
import penumbra.cli.DicomSamples;
import penumbra.cli.Samples;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.io.ImageFiles;
import penumbra.io.format.ReadOptions;

class ConvertCommandTest {
  private static final CommandLineRun QUIET = new CommandLineRun(0, "", "");

  @TempDir private Path folder;

  private static CommandLineRun run(Object... args) {
    List<String> texts = new ArrayList<>(List.of("convert"));
    for (Object arg : args) {
      texts.add(arg.toString());
    }
    return CommandLineRun.of(texts.toArray(String[]::new));
  }

  private Path at(String name) {
    return folder.resolve(name);
  }

  private NdArray read(String name) throws IOException {
    return ImageFiles.readArray(at(name));
  }

  /// 4 x 5 values from 100 to 4,895 and 3 x 4 x 5 of them as a volume.
  private static NdArray ramp(DType type, int... shape) {
    double[] values = new double[java.util.Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = 100 + 85 * i;
    }
    return NdArray.of(type, values, shape);
  }

  @ParameterizedTest
  @ValueSource(strings = {"npy", "tif", "nii", "nii.gz", "png", "pgm", "dcm"})
  void sixteenBitsAreKeptWhereTheFormatHasThem(String format) throws IOException {
    NdArray values = ramp(DType.UINT16, 4, 5);
    for (String name : List.of("in.tif", "in.png")) {
      Path in = Samples.write(at(name), values);
      assertThat(run(in, "-o", at("out." + format))).isEqualTo(QUIET);
      assertThat(read("out." + format).sameBits(values)).isTrue();
    }
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBytes() throws IOException {
    Path set = at("set");
    for (int i = 0; i < 6; i++) {
      Samples.write(set.resolve("image" + i + ".tif"), ramp(DType.FLOAT32, 4 + i, 5));
    }
    for (int threads : new int[] {1, 2, 9}) {
      CommandLineRun run =
          run(set, "--format", "png", "--threads", threads, "-o", at("by" + threads));
      assertThat(run.code()).isZero();
      for (int i = 0; i < 6; i++) {
        assertThat(at("by" + threads + "/image" + i + ".png"))
            .hasSameBinaryContentAs(at("by1/image" + i + ".png"));
      }
    }
    assertThat(run(set, "--threads", 0, "-o", at("none")))
        .isEqualTo(
            new CommandLineRun(
                2,
                "",
                "penumbra: --threads must be at least 1, but is 0; give 1 to use the caller"
                    + " alone\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"npy", "tif", "nii", "nii.gz"})
  void volumesKeepTheirValuesAndNiftiTheSpacing(String format) throws IOException {
    NdArray values = ramp(DType.FLOAT32, 3, 4, 5);
    var image = new Radiograph(values, "", List.of(), List.of(2.0, 0.5, 0.25), Optional.empty());
    ImageFiles.write(image, at("in.nii.gz"));
    assertThat(run(at("in.nii.gz"), "-o", at("out." + format))).isEqualTo(QUIET);
    Radiograph out = ImageFiles.readAny(at("out." + format), ReadOptions.standard());
    assertThat(out.pixels().sameBits(values)).isTrue();
    assertThat(out.spacing())
        .isEqualTo(format.startsWith("nii") ? List.of(2.0, 0.5, 0.25) : List.of());
  }

  @Test
  void aFrameOfAVolumeIsAPicture() throws IOException {
    NdArray volume = ramp(DType.UINT16, 3, 4, 5);
    Path in = Samples.write(at("in.tif"), volume);
    assertThat(run(in, "--frame", 2, "-o", at("out.png"))).isEqualTo(QUIET);
    assertThat(read("out.png").sameBits(volume.part(1))).isTrue();
    assertThat(run(in, "-o", at("all.png")))
        .isEqualTo(
            new CommandLineRun(
                1,
                "",
                "penumbra: "
                    + in
                    + ": what becomes a .png must be one picture of two axes, but is (3, 4, 5)"
                    + " uint16; choose one of its frames (--frame 1), or write .tif, .nii or"
                    + " .npy\n"));
    assertThat(at("all.png")).doesNotExist();
  }

  @Test
  void fewerBitsAreSaid() throws IOException {
    Path in = Samples.write(at("in.tif"), ramp(DType.UINT16, 4, 5));
    String said =
        ": In 8 bits. Shown through the range from 100 to 1715, high values light. Write .tif, .nii"
            + " or .npy for the values\n";
    assertThat(run(in, "-o", at("out.jpg")))
        .isEqualTo(new CommandLineRun(0, "", "penumbra: " + at("out.jpg") + said));
    assertThat(run(in, "--depth", 8, "-o", at("out.tif")))
        .isEqualTo(new CommandLineRun(0, "", "penumbra: " + at("out.tif") + said));
    NdArray out = read("out.tif");
    assertThat(out).hasToString("(4, 5) uint8");
    assertThat(out.get(0, 0)).isZero();
    assertThat(out.get(3, 4)).isEqualTo(255);
  }

  @Test
  void aWindowOfOnesOwnShowsAnyPicture() throws IOException {
    Path in = Samples.write(at("in.nii"), ramp(DType.INT16, 4, 5));
    CommandLineRun run = run(in, "--window", "525.5/851", "--depth", 8, "-o", at("out.png"));
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("In 8 bits. Shown through the window with center 525.5");
    NdArray out = read("out.png");
    assertThat(out.get(0, 0)).isZero();
    assertThat(out.get(1, 0)).isEqualTo(Math.rint(255 * 425 / 850.0));
    assertThat(out.get(2, 0)).isEqualTo(255);
    assertThat(run(in, "--window", "lung", "-o", at("no.png")).err())
        .isEqualTo(
            "penumbra: "
                + in
                + ": the window must be CENTER/WIDTH or full for a file that has none, but is"
                + " 'lung'; write it like 300/1500\n");
  }

  @Test
  void eightBitsBecomeSixteenByTheirWholeRange() throws IOException {
    Path in = Samples.write(at("in.png"), NdArray.ofUint8(new byte[] {0, 1, 2, (byte) 255}, 2, 2));
    assertThat(run(in, "--depth", 16, "-o", at("out.pgm")).err()).contains("In 16 bits.");
    assertThat(read("out.pgm").toDoubles()).containsExactly(0, 257, 514, 65535);
  }

  @Test
  void whatContradictsItselfIsRefusedBeforeAnythingIsRead() throws IOException {
    Path in = Samples.write(at("in.tif"), ramp(DType.UINT16, 4, 5));
    assertThat(run(in, "--depth", 16, "-o", at("out.jpg")))
        .isEqualTo(
            new CommandLineRun(
                2,
                "",
                "penumbra: the depth must be 8 for .jpg, but is 16; write .png, .tif or .pgm, which"
                    + " have 16 bits\n"));
    assertThat(run(in, "--depth", 12, "-o", at("out.png")).err())
        .isEqualTo("penumbra: the depth must be 8 or 16, but is 12; ask for one of these\n");
    assertThat(run(in, "--values", "stored", "--window", "full", "-o", at("out.png")).err())
        .isEqualTo(
            "penumbra: a window must be for display values, but is for stored ones; leave out one"
                + " of the two\n");
    CommandLineRun unknown = run(in, "-o", at("out.bmp"));
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err())
        .isEqualTo(
            "penumbra: the output must be a folder, or end in .png, .jpg, .jpeg, .npy, .tif, .tiff,"
                + " .nii, .nii.gz, .pgm, .ppm, .gif or .dcm, but is "
                + at("out.bmp")
                + "; name it otherwise; for a folder of that name, make it first\n");
    assertThat(Samples.namesIn(folder)).containsExactly("in.tif");
  }

  @Test
  void dicomKeepsWholeNumbersAndSaysHowFarOthersAreRounded() throws IOException {
    NdArray whole = ramp(DType.INT16, 4, 5);
    Path in = Samples.write(at("in.nii"), whole);
    assertThat(run(in, "-o", at("out.dcm"))).isEqualTo(QUIET);
    assertThat(read("out.dcm").sameBits(whole)).isTrue();
    double[] half = {0, 0.5, 6553.5, 3};
    Path fractions = Samples.write(at("half.npy"), NdArray.of(DType.FLOAT32, half, 2, 2));
    assertThat(run(fractions, "-o", at("half.dcm")).err())
        .isEqualTo(
            "penumbra: "
                + at("half.dcm")
                + ": Its values are rounded to fit 16 bits, by at most 0.051. Write .npy for the"
                + " values\n");
    assertThat(run(in, fractions, "--format", "dcm", "-o", at("all")).err())
        .isEqualTo(
            "penumbra: 1 image holds its values rounded to what fits the pixels; --format npy keeps"
                + " them\n");
  }

  @Test
  void dicomOfDicomKeepsValuesUnitsAndWindows() throws IOException {
    Path ct = DicomSamples.ct(at("ct.dcm"), 2);
    assertThat(run(ct, "--frame", 2, "-o", at("one.dcm"))).isEqualTo(QUIET);
    assertThat(run(ct, "--frame", 2, "-o", at("before.npy"))).isEqualTo(QUIET);
    assertThat(read("one.dcm").sameBits(read("before.npy"))).isTrue();
    assertThat(CommandLineRun.of("info", at("one.dcm").toString()).outLines())
        .contains(
            "  stored as    MONOCHROME1, 16 bits, signed",
            "  window       window 1 of the file, 'SOFT': center 50.5, width 101, LINEAR");
  }

  @Test
  void aPictureAsDicomIsShownAsItIs() throws IOException {
    Path ct = DicomSamples.ct(at("ct.dcm"), 1);
    assertThat(run(ct, "--values", "display", "--depth", 8, "-o", at("seen.dcm")).err())
        .contains("In 8 bits. Shown through the window with center 50.5");
    assertThat(run(ct, "--values", "display", "--depth", 8, "-o", at("seen.png")).code()).isZero();
    assertThat(
            run(at("seen.dcm"), "--values", "display", "--depth", 8, "-o", at("again.png")).code())
        .isZero();
    assertThat(read("again.png").sameBits(read("seen.png"))).isTrue();
  }

  @Test
  void anArchiveBecomesAFolderOfItsMembers() throws IOException {
    Path zip = at("chest.zip");
    NdArray values = ramp(DType.UINT16, 4, 5);
    Path picture = Samples.write(at("p.tif"), values);
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : List.of("train/NORMAL/a.tif", "train/PNEUMONIA/b.tif", "notes.txt")) {
        out.putNextEntry(new ZipEntry(name));
        Files.copy(picture, out);
        out.closeEntry();
      }
    }
    assertThat(run(zip, "-o", at("out"), "--format", "nii.gz")).isEqualTo(QUIET);
    assertThat(Samples.namesIn(at("out")))
        .containsExactly("train/NORMAL/a.nii.gz", "train/PNEUMONIA/b.nii.gz");
    assertThat(read("out/train/NORMAL/a.nii.gz").sameBits(values)).isTrue();
    assertThat(run(zip + "!/train/PNEUMONIA", "-o", at("some"))).isEqualTo(QUIET);
    assertThat(Samples.namesIn(at("some"))).containsExactly("b.tif");
    assertThat(CommandLineRun.of("info", zip.toString()).out())
        .contains("images       2", "train        2   (NORMAL 1, PNEUMONIA 1)");
    Path member = Path.of(zip + "!/train/NORMAL/a.tif");
    assertThat(CommandLineRun.of("info", member.toString()).out())
        .contains("(4, 5) uint16", "100 .. 1715");
    CommandLineRun filtered =
        CommandLineRun.of("filter", "sobel", member.toString(), "-o", at("edges.tif").toString());
    assertThat(filtered).isEqualTo(QUIET);
    assertThat(read("edges.tif").type()).isEqualTo(DType.FLOAT32);
  }

  @Test
  void archivesInAFolderAreLeftOutAndSaid() throws IOException {
    Path set = at("set");
    Samples.write(set.resolve("a.png"), ramp(DType.UINT8, 4, 5));
    Path inner = Files.createFile(set.resolve("more.zip"));
    assertThat(run(set, "-o", at("out")))
        .isEqualTo(
            new CommandLineRun(
                0,
                "",
                "penumbra: archives in folders are not entered, of which there is 1, "
                    + inner
                    + "; name them themselves\n"));
    assertThat(CommandLineRun.of("info", set.toString()).out())
        .contains("images       1", "archives     1, not entered; name them one by one");
  }
}
