package penumbra.dicom.grey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.io.ImageFiles;
import penumbra.io.format.GreyValues;
import penumbra.io.format.ReadOptions;

/// Modality and display values against pydicom's and dcmtk's, on small files that
/// `conformance/golden_dicom_grey.py` writes.
///
/// Our levels are rounded. dcmtk's are cut off, so that they may be one less of 65535; from a table
/// it takes the highest bits of 16, so that an entry of 10 bits may be off by 2^6; and it makes
/// whole numbers of a modality's fractions, so that a level may be off by one in the window's
/// width.
class GreyPipelineTest {
  private static final double FULL = 65535;

  @TempDir private Path folder;

  /// What the oracles say of one pixel.
  private record Pixel(double modality, double lightness, String level) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "linear",
        "narrowest",
        "linear-exact",
        "sigmoid",
        "fractions",
        "wide",
        "monochrome1",
        "inverse-shape",
        "modality-table",
        "packed-table",
        "voi-table",
        "rescaled-voi-table"
      })
  void agreesWithPydicomAndDcmtk(String name) throws IOException {
    Path file = file(name);
    Radiograph image = ImageFiles.read(file);
    double[] modality = image.pixels().toDoubles();
    double[] levels =
        image.presentation().orElseThrow().show(image.pixels(), DType.UINT16).toDoubles();
    boolean inverted = name.equals("monochrome1") || name.equals("inverse-shape");
    double off =
        switch (name) {
          case "voi-table", "rescaled-voi-table" -> 1 << 6;
          case "fractions" -> 1 + FULL / 899;
          default -> 1;
        };
    List<Pixel> pixels = pixels(name);
    assertThat(modality).hasSize(pixels.size());
    for (int i = 0; i < modality.length; i++) {
      Pixel expected = pixels.get(i);
      assertThat(modality[i])
          .as("modality of pixel %d", i)
          .isCloseTo(expected.modality, within(Math.abs(expected.modality) * 0x1p-24));
      double exact = FULL * (inverted ? 1 - expected.lightness : expected.lightness);
      // pydicom's own way there costs it the last bits, and our input is the nearest float32.
      assertThat(levels[i]).as("level of pixel %d", i).isCloseTo(exact, within(0.51));
      if (!expected.level.equals("-")) {
        assertThat(levels[i])
            .as("level of pixel %d by dcmtk", i)
            .isCloseTo(Double.parseDouble(expected.level), within(off));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"linear", "monochrome1", "voi-table", "packed-table"})
  void displayValuesAreThoseOfThePresentation(String name) throws IOException {
    Path file = file(name);
    Radiograph modality = ImageFiles.read(file);
    NdArray display =
        ImageFiles.read(file, ReadOptions.standard().withValues(GreyValues.DISPLAY)).pixels();
    DType type = name.equals("packed-table") ? DType.UINT8 : DType.UINT16;
    NdArray shown = modality.presentation().orElseThrow().show(modality.pixels(), type);
    assertThat(display.sameBits(shown)).isTrue();
  }

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name + ".dcm");
    Files.write(file, resource(name + ".dcm"));
    return file;
  }

  private static List<Pixel> pixels(String name) throws IOException {
    return new String(resource(name + ".tsv"), StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.split("\t"))
        .map(cells ->
            new Pixel(Double.parseDouble(cells[0]), Double.parseDouble(cells[1]), cells[2]))
        .toList();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(GreyPipelineTest.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    }
  }
}
