package penumbra.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.core.filter.Canny;
import penumbra.core.filter.Gaussian;

/// Lengths in millimetres, where a parameter counts elements.
class OperationCallTest {
  private static final Operation GAUSSIAN = Catalogue.operation("gaussian");

  private static Radiograph image(Double... spacing) {
    int[] shape = {2, 3, 4};
    int[] last = java.util.Arrays.copyOfRange(shape, 3 - spacing.length, 3);
    int size = java.util.Arrays.stream(last).reduce(1, (a, b) -> a * b);
    NdArray pixels = NdArray.ofUint8(new byte[size], last);
    return new Radiograph(pixels, "scan", List.of(), List.of(spacing), Optional.empty());
  }

  private static OperationCall gaussian(String sigma) {
    return new OperationCall(GAUSSIAN, Map.of("sigma", sigma));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2mm; 0.8, 4.0, 8.0",
        "2 mm; 0.8, 4.0, 8.0",
        "5mm,2mm,1mm; 2.0, 4.0, 4.0",
        "0,2mm,3; 0.0, 4.0, 3.0",
        "1.5; 1.5",
        "1,2,3; 1.0, 2.0, 3.0",
        "5e-1mm; 0.2, 1.0, 2.0"
      })
  void aLengthIsCountedInElementsOfItsAxis(String text, String elements) {
    List<Double> sigma =
        java.util.Arrays.stream(elements.split(",", -1)).map(Double::valueOf).toList();
    Gaussian filter = (Gaussian) gaussian(text).on(image(2.5, 0.5, 0.25));
    assertThat(filter.sigma().values()).isEqualTo(sigma);
  }

  @Test
  void aPictureHasTheSpacingOfItsPixels() {
    Gaussian filter = (Gaussian) gaussian("1mm").on(image(0.125, 0.25));
    assertThat(filter.sigma().values()).containsExactly(8.0, 4.0);
  }

  @Test
  void aFilterWithoutLengthsIsTheSameForEveryImage() {
    assertThat(gaussian("3").on(image(0.5, 0.5))).isEqualTo(GAUSSIAN.build(Map.of("sigma", "3")));
  }

  @Test
  void lengthsHaveOneWayOfWriting() {
    assertThat(gaussian("2.0 mm, 1").lengths()).isEqualTo(Map.of("sigma", "2mm,1"));
    assertThat(gaussian("2").lengths()).isEmpty();
  }

  @Test
  void withoutSpacingThereAreNoLengths() {
    Radiograph image = new Radiograph(NdArray.ofUint8(new byte[4], 2, 2), "scan", List.of());
    OperationCall call = gaussian("2mm");
    assertThatThrownBy(() -> call.on(image))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "sigma must be in elements for an image whose spacing is not known, but is 2mm;"
                + " write it without mm, like 1.5");
  }

  @Test
  void oneNumberForBothAxesNeedsOneSpacing() {
    var call = new OperationCall(Catalogue.operation("canny"), Map.of("sigma", "1mm"));
    assertThat(((Canny) call.on(image(3.0, 0.5, 0.5))).sigma()).isEqualTo(2);
    assertThatThrownBy(() -> call.on(image(0.5, 0.25)))
        .hasMessage(
            "sigma must be in pixels for an image whose axes differ in spacing, [0.5, 0.25], but is"
                + " 1mm; write it without mm, like 1.5");
  }

  @Test
  void asManyLengthsAsAxes() {
    OperationCall call = gaussian("2mm,1mm");
    assertThatThrownBy(() -> call.on(image(1.0, 1.0, 1.0)))
        .hasMessage(
            "sigma must have one value or one for each of the 3 axes, but is 2mm,1mm; give 1 or 3"
                + " values");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2cm", "mm", "NaNmm", "2mmm"})
  void whatIsNoLengthIsSaidBeforeAnImageIsRead(String text) {
    assertThatThrownBy(() -> gaussian(text))
        .hasMessage("sigma must be a number, but is '" + text + "'; write it like 1.5");
  }

  @Test
  void aNegativeLengthIsRefusedLikeANegativeNumber() {
    assertThatThrownBy(() -> gaussian("-2mm"))
        .hasMessageStartingWith("sigma must be a finite number of at least 0, but is -2.0;");
  }

  @Test
  void otherParametersTakeNoLengths() {
    Map<String, String> values = Map.of("truncate", "2mm");
    assertThatThrownBy(() -> new OperationCall(GAUSSIAN, values))
        .hasMessage("truncate must be a number, but is '2mm'; write it like 1.5");
  }
}
