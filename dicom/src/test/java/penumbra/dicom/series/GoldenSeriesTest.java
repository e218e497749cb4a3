package penumbra.dicom.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.PatientPosition;
import penumbra.core.PatientPosition.Vector;
import penumbra.core.Radiograph;
import penumbra.io.ImageFiles;
import penumbra.io.archive.Archives;
import penumbra.io.dataset.Dataset;
import penumbra.io.dataset.DatasetImage;
import penumbra.io.format.Limits;
import penumbra.io.format.ReadOptions;

/// Series that pydicom wrote, and the volumes that NumPy and nibabel made of them:
/// `golden_series.py`.
class GoldenSeriesTest {
  private static final double MILLIMETRES = 1e-5;

  @TempDir Path folder;

  private Path copy(String name) throws Exception {
    try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(name))) {
      return Files.write(folder.resolve(name), in.readAllBytes());
    }
  }

  private List<double[]> numbers(String name) throws Exception {
    return Files.readString(copy(name), StandardCharsets.US_ASCII)
        .lines()
        .map(line -> Arrays.stream(line.split(" ", -1)).mapToDouble(Double::parseDouble).toArray())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "oblique, INT32",
    "tilted, INT16",
    "rescaled, FLOAT32",
    "enhanced, FLOAT64",
    "dose, UINT16",
    "mosaic, UINT16",
    "reversed_mosaic, UINT16"
  })
  void aSeriesIsTheVolumeThatNumPyMakesOfIt(String name, DType type) throws Exception {
    Path root = Archives.enter(copy(name + ".zip"));
    List<Path> files = Dataset.list(root).images().stream().map(DatasetImage::file).toList();
    List<Series> series =
        Series.in(
            root,
            files,
            Limits.standard(),
            wrong -> {
              throw wrong;
            });

    assertThat(series).hasSize(1);
    Radiograph volume = series.getFirst().read(ReadOptions.standard());
    NdArray expected = ImageFiles.readArray(copy(name + ".npy"));
    assertThat(volume.pixels().type()).isEqualTo(type);
    assertThat(volume.pixels().shape()).isEqualTo(expected.shape());
    assertThat(volume.pixels().toDoubles()).isEqualTo(expected.toDoubles());

    List<double[]> places = numbers(name + ".txt");
    assertThat(volume.spacing().stream().mapToDouble(Double::doubleValue).toArray())
        .containsExactly(places.getFirst(), within(MILLIMETRES));
    PatientPosition place = volume.placement().orElseThrow();
    for (int row = 0; row < 3; row++) {
      double[] ofRow = places.get(1 + row);
      double sign = row < 2 ? -1 : 1;
      double[] found = {
        sign * part(place.column(), row),
        sign * part(place.row(), row),
        sign * part(place.slice(), row),
        sign * part(place.origin(), row)
      };
      assertThat(found).containsExactly(ofRow, within(MILLIMETRES));
    }
  }

  private static double part(Vector vector, int axis) {
    return switch (axis) {
      case 0 -> vector.x();
      case 1 -> vector.y();
      default -> vector.z();
    };
  }
}
