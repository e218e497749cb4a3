package penumbra.dicom.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "-2.5, -2.5", "65535, 65535", "1e20, 1E+20", "0.1, 0.1"})
  void numbersAreWrittenShort(double value, String text) {
    assertThat(DecimalText.of(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Math.PI, -Math.PI, 1e-300 / 3, -1e300 / 3, 1.0 / 3, -1e9 / 7, 1e15 / 7})
  void allFitIn16CharactersWithNineDigits(double value) {
    String text = DecimalText.of(value);
    assertThat(text.length()).isLessThanOrEqualTo(16);
    assertThat(Double.parseDouble(text)).isCloseTo(value, within(Math.abs(value) * 1e-8));
  }

  @Test
  void roundingGoesWhereItIsTold() {
    assertThat(Double.parseDouble(DecimalText.of(1.0 / 3, RoundingMode.CEILING)))
        .isGreaterThan(1.0 / 3);
    assertThat(Double.parseDouble(DecimalText.of(-1.0 / 3, RoundingMode.FLOOR)))
        .isLessThan(-1.0 / 3);
  }
}
