package penumbra.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | 0
          -0.0 | 0
          7 | 7
          -2.5 | −2.5
          1000 | 1000
          12345 | 12,345
          0.12345678 | 0.123457
          65535.5 | 65,535.5
          2000000 | 2×10⁶
          -0.00025 | −2.5×10⁻⁴
          """)
  void aNumberByItselfHasUpToSixDigits(double value, String text) {
    assertThat(NumberText.of(value)).isEqualTo(text);
  }
}
