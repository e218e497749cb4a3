package penumbra.io.nifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.core.NdArray;
import penumbra.core.PatientPosition;
import penumbra.core.PatientPosition.Vector;
import penumbra.core.Radiograph;
import penumbra.io.ImageFiles;
import penumbra.io.format.ReadOptions;

/// Where values lie in the patient, in a NIfTI header.
class NiftiPlacementTest {
  private static final int SFORM_CODE = 254;
  private static final double EXACT = 2e-5;
  private static final List<Double> SPACING = List.of(2.5, 0.5, 0.75);

  @TempDir Path folder;

  /// Turned about two axes, and with every sign of the steps, so left-handed ones too.
  static Stream<PatientPosition> placements() {
    return Stream.of(0.0, 0.3, Math.PI / 2, 2.0, Math.PI)
        .flatMap(
            about -> Stream.of(0.0, -0.7, Math.PI / 2, Math.PI).map(then -> turned(about, then)))
        .flatMap(place -> Stream.of(place, mirrored(place)));
  }

  private static PatientPosition turned(double about, double then) {
    double c = Math.cos(about);
    double s = Math.sin(about);
    Vector column = new Vector(c, s, 0);
    Vector side = new Vector(-s, c, 0);
    Vector row = side.times(Math.cos(then)).plus(new Vector(0, 0, Math.sin(then)));
    Vector slice = column.cross(row);
    return new PatientPosition(
        new Vector(-12.5, 30, 7), slice.times(2.5), row.times(0.5), column.times(0.75));
  }

  private static PatientPosition mirrored(PatientPosition place) {
    return new PatientPosition(
        place.origin(), place.slice().times(-1), place.row(), place.column());
  }

  private Path written(PatientPosition place) throws Exception {
    NdArray pixels = NdArray.ofUint8(new byte[24], 2, 3, 4);
    Path file = folder.resolve("a.nii");
    ImageFiles.write(
        new Radiograph(pixels, "", List.of(), SPACING, Optional.empty(), Optional.of(place)), file);
    return file;
  }

  private static Radiograph read(Path file, ReadOptions options) throws Exception {
    return ImageFiles.readAny(file, options);
  }

  private static void assertNear(
      PatientPosition found, PatientPosition expected, double millimetres) {
    for (double[] index : new double[][] {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}}) {
      Vector away =
          found.at(index[0], index[1], index[2]).minus(expected.at(index[0], index[1], index[2]));
      assertThat(away.length()).as("%s for %s", found, expected).isCloseTo(0, within(millimetres));
    }
  }

  @ParameterizedTest
  @MethodSource("placements")
  void theMatrixIsReadAsItWasWritten(PatientPosition place) throws Exception {
    assertNear(
        read(written(place), ReadOptions.standard()).placement().orElseThrow(), place, EXACT);
  }

  /// Of a half turn the quaternion's fourth number is what three in float32 leave of 1: it is known
  /// to some 3e-4.
  @ParameterizedTest
  @MethodSource("placements")
  void theRotationSaysTheSame(PatientPosition place) throws Exception {
    Path file = written(place);
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(SFORM_CODE, (short) 0);
    Files.write(file, bytes);
    assertNear(read(file, ReadOptions.standard()).placement().orElseThrow(), place, 4e-3);
  }

  @Test
  void aFrameLiesWhereItsSliceDoes() throws Exception {
    PatientPosition place = turned(0.3, -0.7);
    Radiograph second = read(written(place), ReadOptions.standard().withFrame(2));
    assertThat(second.pixels().rank()).isEqualTo(2);
    assertNear(second.placement().orElseThrow(), place.from(1), EXACT);
    assertThat(second.spacing()).hasSize(2);
  }

  @Test
  void xCountsToTheRightAndYToTheFrontInTheFile() throws Exception {
    PatientPosition axial =
        new PatientPosition(
            new Vector(10, 20, 30),
            new Vector(0, 0, 2.5),
            new Vector(0, 0.5, 0),
            new Vector(0.75, 0, 0));
    byte[] bytes = Files.readAllBytes(written(axial));
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    float[] rows = new float[12];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = header.getFloat(280 + 4 * i);
    }
    assertThat(rows).containsExactly(-0.75f, 0, 0, -10, 0, -0.5f, 0, -20, 0, 0, 2.5f, 30);
  }

  @Test
  void withoutAPlaceNothingIsSaidOfIt() throws Exception {
    Path file = folder.resolve("b.nii");
    ImageFiles.write(NdArray.ofUint8(new byte[24], 2, 3, 4), file);
    assertThat(read(file, ReadOptions.standard()).placement()).isEmpty();
  }
}
