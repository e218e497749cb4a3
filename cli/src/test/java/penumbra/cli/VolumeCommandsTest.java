package penumbra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.PatientPosition.Vector;
import penumbra.core.Radiograph;
import penumbra.core.filter.Gaussian;
import penumbra.io.ImageFiles;
import penumbra.io.format.ReadOptions;

/// Series of slices as volumes, from the command line.
class VolumeCommandsTest {
  private static final CommandLineRun QUIET = new CommandLineRun(0, "", "");

  @TempDir private Path folder;

  private static CommandLineRun run(Object... args) {
    List<String> texts = new ArrayList<>();
    for (Object arg : args) {
      texts.add(arg.toString());
    }
    return CommandLineRun.of(texts.toArray(String[]::new));
  }

  private Path at(String name) {
    return folder.resolve(name);
  }

  /// Series 3 of three slices 2 mm apart, whose names are against their order.
  private Path ct() throws IOException {
    for (int i = 0; i < 3; i++) {
      DicomSamples.slice(at("ct").resolve("IM" + (9 - i) + ".dcm"), 3, 5 - i, 2 * i);
    }
    return at("ct");
  }

  private Radiograph read(String name) throws IOException {
    return ImageFiles.readAny(at(name), ReadOptions.standard());
  }

  @Test
  void aSeriesBecomesANiftiVolumeInItsPlace() throws IOException {
    assertThat(run("convert", "--volume", ct(), "-o", at("ct.nii.gz"))).isEqualTo(QUIET);

    Radiograph volume = read("ct.nii.gz");
    assertThat(volume.pixels().toString()).isEqualTo("(3, 12, 16) int16");
    assertThat(volume.pixels().get(0, 0, 0)).isEqualTo(-24);
    assertThat(volume.spacing()).containsExactly(2.0, 0.5, 0.5);
    assertThat(volume.placement().orElseThrow().at(1, 0, 0)).isEqualTo(new Vector(-4, -3, 2));
  }

  @Test
  void otherFormatsTakeTheVolumeToo() throws IOException {
    Path ct = ct();
    for (String name : List.of("ct.npy", "ct.tif", "ct.nii")) {
      assertThat(run("convert", "--volume", ct, "-o", at(name))).isEqualTo(QUIET);
      assertThat(read(name).pixels().shape()).as(name).containsExactly(3, 12, 16);
    }
  }

  @Test
  void aFilterRunsInThreeAxesAndInMillimetres() throws IOException {
    Path ct = ct();
    run("convert", "--volume", ct, "-o", at("ct.npy"));
    assertThat(run("filter", "gaussian", "--sigma", "1mm", "--volume", ct, "-o", at("smooth.npy")))
        .isEqualTo(QUIET);

    NdArray expected = Gaussian.of(0.5, 2, 2).apply(read("ct.npy").pixels());
    assertThat(read("smooth.npy").pixels().sameBits(expected)).isTrue();
    assertThat(expected.type()).isEqualTo(DType.FLOAT32);
  }

  @Test
  void everySeriesOfAFolderHasAResult() throws IOException {
    DicomSamples.slice(at("two").resolve("a.dcm"), 1, 1, 0);
    DicomSamples.slice(at("two").resolve("b.dcm"), 1, 2, 1);
    DicomSamples.slice(at("two").resolve("c.dcm"), 7, 1, 0);
    DicomSamples.slice(at("two").resolve("d.dcm"), 7, 2, 4);

    assertThat(run("convert", "--volume", at("two"), "-o", at("out"))).isEqualTo(QUIET);
    assertThat(read("out/two-series-1.nii.gz").spacing()).containsExactly(1.0, 0.5, 0.5);
    assertThat(read("out/two-series-7.nii.gz").spacing()).containsExactly(4.0, 0.5, 0.5);

    assertThat(run("convert", "--series", 7, at("two"), "-o", at("seven.nii"))).isEqualTo(QUIET);
    assertThat(read("seven.nii").spacing()).containsExactly(4.0, 0.5, 0.5);

    assertThat(run("convert", "--volume", at("two"), "-o", at("one.nii")).err())
        .isEqualTo(
            "penumbra: the output must be a folder for 2 inputs, but is "
                + at("one.nii")
                + "; name it without an extension, or choose one with --series: series 1, CT, 2"
                + " slices of 12 x 16; series 7, CT, 2 slices of 12 x 16\n");
    assertThat(run("convert", "--series", 2, at("two"), "-o", at("one.nii")).err())
        .isEqualTo(
            "penumbra: --series must be the number of a series in "
                + at("two")
                + ", but is 2; there are: series 1, CT, 2 slices of 12 x 16; series 7, CT, 2 slices"
                + " of 12 x 16\n");
  }

  @Test
  void theVolumesOfASeriesAreItsParts() throws IOException {
    for (int i = 0; i < 4; i++) {
      DicomSamples.slice(at("times").resolve("IM" + i + ".dcm"), 3, 1 + i, 2 * (i % 2));
    }
    assertThat(run("info", at("times")).out())
        .contains(
            "series 3, part 2 of 2 (repetition 2), CT, 2 slices of 12 x 16, 2 x 0.5 x 0.5 mm");

    assertThat(run("convert", "--volume", at("times"), "-o", at("out"))).isEqualTo(QUIET);
    assertThat(read("out/times-series-3-2.nii.gz").spacing()).containsExactly(2.0, 0.5, 0.5);
    assertThat(run("convert", "--part", 2, at("times"), "-o", at("two.nii"))).isEqualTo(QUIET);
    assertThat(read("two.nii").pixels().sameBits(read("out/times-series-3-2.nii.gz").pixels()))
        .isTrue();

    String both =
        "series 3, part 1 of 2 (repetition 1), CT, 2 slices of 12 x 16; series 3, part 2 of 2"
            + " (repetition 2), CT, 2 slices of 12 x 16\n";
    assertThat(run("convert", "--part", 3, at("times"), "-o", at("one.nii")).err())
        .isEqualTo(
            "penumbra: --part must be the number of a part of a series in "
                + at("times")
                + ", but is 3; there are: "
                + both);
    assertThat(run("convert", "--volume", at("times"), "-o", at("one.nii")).err())
        .endsWith("or choose one with --series and --part: " + both);
  }

  @Test
  void aGapIsOneLineAndNothingIsWritten() throws IOException {
    Path ct = ct();
    DicomSamples.slice(ct.resolve("IM1.dcm"), 3, 9, 8);
    CommandLineRun run = run("convert", "--volume", ct, "-o", at("ct.nii"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "penumbra: "
                + ct
                + " must be a volume, and the slices of its series 3, CT, 4 slices of 12 x 16, must"
                + " be without gaps, but 1 is missing between IM7.dcm and IM1.dcm, which are 4 mm"
                + " apart where others are 2 mm; copy the series again, or read it with its"
                + " distances unknown by --lenient\n");
    assertThat(at("ct.nii")).doesNotExist();

    assertThat(run("convert", "--lenient", "--volume", ct, "-o", at("ct.nii"))).isEqualTo(QUIET);
    assertThat(read("ct.nii").pixels().length(0)).isEqualTo(4);
  }

  @Test
  void infoListsTheSeriesOfAFolder() throws IOException {
    assertThat(run("info", ct()).out().lines())
        .contains("  volumes      series 3, CT, 3 slices of 12 x 16, 2 x 0.5 x 0.5 mm");
  }

  @Test
  void aLengthNeedsSpacing() throws IOException {
    Path picture = Samples.write(at("a.png"), NdArray.ofUint8(new byte[20], 4, 5));
    CommandLineRun run = run("filter", "gaussian", "--sigma", "2mm", picture, "-o", at("b.png"));
    assertThat(run.err())
        .isEqualTo(
            "penumbra: "
                + picture
                + ": --sigma must be in elements for an image whose spacing is not known, but is"
                + " 2mm; write it without mm, like 1.5\n");
  }

  @Test
  void foldersWithoutSlicesAreNoVolumes() throws IOException {
    Files.createDirectories(at("empty"));
    assertThat(run("convert", "--volume", at("empty"), "-o", at("x.nii")).err())
        .isEqualTo(
            "penumbra: "
                + at("empty")
                + " must hold DICOM slices to be read as volumes, but is a folder without any; name"
                + " another folder, or leave out --volume\n");
  }
}
