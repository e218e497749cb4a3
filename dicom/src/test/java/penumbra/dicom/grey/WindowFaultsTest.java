package penumbra.dicom.grey;

import static org.assertj.core.api.Assertions.assertThat;
import static penumbra.dicom.grey.Rows.ds;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.core.DType;
import penumbra.dicom.DicomException;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Element;
import penumbra.dicom.Tags;
import penumbra.dicom.Vr;
import penumbra.io.format.ReadOptions;

/// Windows, rescales and shapes that are unusual, or contradict each other.
class WindowFaultsTest {
  private static DicomImage image(DicomObject object) throws DicomException {
    return DicomImage.of(object, ReadOptions.standard());
  }

  private static double[] levels(DicomImage image) {
    return image.display(DType.UINT8).toDoubles();
  }

  private static DicomImage windowed(int[] values, String center, String width, String slope)
      throws DicomException {
    return image(
        Rows.of(
            16,
            false,
            values,
            ds(Tags.WINDOW_CENTER, center),
            ds(Tags.WINDOW_WIDTH, width),
            ds(Tags.RESCALE_SLOPE, slope)));
  }

  /// Black is center - width / 2, white center + width / 2.
  @ParameterizedTest
  @CsvSource({"0.2, 0.3, 0.0001", "0.5, 1, 0.001", "1e-5, 2e-5, 1e-8", "0.5, 0.5, 1"})
  void narrowWindowsOfFractionsAreShownOverTheirWholeWidth(
      double center, double width, double slope) throws DicomException {
    int[] stored = new int[5];
    for (int i = 0; i < stored.length; i++) {
      stored[i] = (int) Math.rint((center - width / 2 + i * width / 4) / slope);
    }
    DicomImage image = windowed(stored, "" + center, "" + width, "" + slope);
    double[] levels = levels(image);
    for (int i = 0; i < levels.length; i++) {
      double exact = ((slope * stored[i] - center) / width + 0.5) * 255;
      assertThat(Math.abs(levels[i] - Math.clamp(exact, 0, 255))).isLessThanOrEqualTo(1);
    }
    assertThat(image.odd()).anyMatch(line -> line.contains("LINEAR_EXACT is taken"));
  }

  @Test
  void aWidthOfOneSeparatesBlackFromWhiteAmongWholeNumbersAndIsTold() throws DicomException {
    DicomImage image = windowed(new int[] {99, 100, 101}, "100", "1", "1");
    assertThat(levels(image)).containsExactly(0, 255, 255);
    assertThat(image.odd()).contains("The window 100/1 shows black and white only.");
  }

  @Test
  void aWidthOfOneIsNotWhiteAllOverAmongFloatingPointPixels() throws DicomException {
    byte[] floats =
        ByteBuffer.allocate(12)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putFloat(0)
            .putFloat(0.5f)
            .putFloat(1)
            .array();
    DicomObject whole =
        Rows.of(
            8,
            false,
            new int[3],
            ds(Tags.WINDOW_CENTER, "0.5"),
            ds(Tags.WINDOW_WIDTH, "1"),
            Element.ofBytes(Tags.FLOAT_PIXEL_DATA, Vr.OF, floats));
    DicomObject object = DicomObject.of(whole.syntax(), whole.data().without(Tags.PIXEL_DATA));
    assertThat(levels(image(object))).containsExactly(0, 128, 255);
  }

  @Test
  void aWideWindowOfFractionsIsThatOfTheStandard() throws DicomException {
    DicomImage image = windowed(new int[] {0, 1000, 2000}, "100.5", "201", "0.1");
    assertThat(image.window().describe()).contains("LINEAR").doesNotContain("EXACT");
    assertThat(levels(image)).containsExactly(0, 128, 255);
  }

  @Test
  void aNarrowWindowMayBeAskedForWhereThereAreFractions() throws DicomException {
    DicomObject object =
        Rows.of(16, false, new int[] {50, 200, 350}, ds(Tags.RESCALE_SLOPE, "0.001"));
    DicomImage image = DicomImage.of(object, ReadOptions.standard().withWindow("0.2/0.3"));
    assertThat(levels(image)).containsExactly(0, 128, 255);
  }

  @ParameterizedTest
  @CsvSource({
    "sigmoid, SIGMOID",
    "Sigmoid, SIGMOID",
    "linear_exact, LINEAR_EXACT",
    "Linear, LINEAR"
  })
  void theFunctionIsKnownInAnyCase(String written, String meant) throws DicomException {
    DicomImage image =
        image(
            Rows.of(
                12,
                false,
                new int[] {0, 4095},
                ds(Tags.WINDOW_CENTER, "2000"),
                ds(Tags.WINDOW_WIDTH, "3000"),
                Element.ofText(Tags.VOI_LUT_FUNCTION, Vr.CS, written)));
    assertThat(image.window().describe()).endsWith("width 3000, " + meant);
    assertThat(image.odd()).anyMatch(line -> line.contains("'" + written + "'; read as " + meant));
  }

  @ParameterizedTest
  @CsvSource({"'\\40', '80\\80'", "'30\\40', '\\80'", "'\\40', '\\80'"})
  void aWindowBesideAnEmptyOneIsRead(String centers, String widths) throws DicomException {
    DicomImage image = windowed(new int[] {0, 100}, centers, widths, "1");
    assertThat(image.windows()).hasSize(1);
    assertThat(image.window().describe())
        .isEqualTo("window 1 of the file: center 40, width 80, LINEAR");
    assertThat(image.odd()).contains("Window 1 has an empty center or width; ignored.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"INVERSE", "inverse"})
  void anInverseShapeOfMonochrome2IsToldAsOdd(String shape) throws DicomException {
    DicomImage image =
        image(
            Rows.of(
                8,
                false,
                new int[] {0, 255},
                Element.ofText(Tags.PRESENTATION_LUT_SHAPE, Vr.CS, shape)));
    assertThat(levels(image)).containsExactly(255, 0);
    assertThat(image.odd()).anyMatch(line -> line.contains("INVERSE counts"));
  }

  @ParameterizedTest
  @CsvSource({"0, '', 5", "0, -1000, -995", "'', -1000, -995", "'', '', 5", "2, '', 10"})
  void aSlopeOfZeroAndEmptyOnesAreOne(String slope, String intercept, double value)
      throws DicomException {
    DicomImage image =
        image(
            Rows.of(
                8,
                false,
                new int[] {5, 9},
                ds(Tags.RESCALE_SLOPE, slope),
                ds(Tags.RESCALE_INTERCEPT, intercept)));
    assertThat(image.modality().get(0, 0)).isEqualTo(value);
    assertThat(image.odd().stream().anyMatch(line -> line.contains("1 is taken")))
        .isEqualTo(slope.equals("0"));
  }
}
