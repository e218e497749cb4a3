package penumbra.report.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.core.DType;

class ExplanationsTest {
  @ParameterizedTest
  @ValueSource(strings = {"laplacian-of-gaussian", "gaussian-gradient-magnitude", "sobel", "canny"})
  void saysWhyInTwoSentences(String filter) {
    for (DType type : DType.values()) {
      String text = Explanations.of(filter, type);
      assertThat(text).endsWith(".").matches("[A-Z].*");
      assertThat(text.split("(?<=[.!?])\\s+")).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"laplacian-of-gaussian", "gaussian-gradient-magnitude", "sobel", "canny"})
  void speaksOfEightBitsOnlyOfPicturesThatHaveThem(String filter) {
    for (DType type : DType.values()) {
      assertThat(Explanations.of(filter, type).matches(".*\\b8[- ]bits?\\b.*"))
          .isEqualTo(type == DType.UINT8 && !filter.equals("canny"));
    }
  }

  @Test
  void namesTheNumbersOfThePicturesType() {
    assertThat(Explanations.of("sobel", DType.UINT16))
        .contains("16-bit", "\u2212262140 and 262140");
    assertThat(Explanations.of("gaussian-gradient-magnitude", DType.UINT16))
        .contains("256 times 256", "never exceeds 255");
    assertThat(Explanations.of("laplacian-of-gaussian", DType.UINT16)).contains("becomes 65535");
    assertThat(Explanations.of("sobel", DType.FLOAT32)).contains("float32").doesNotContain("wrap");
  }

  @Test
  void saysThatNothingOverflowsInCanny() {
    assertThat(Explanations.of("canny", DType.UINT8)).contains("Nothing overflows");
  }

  @Test
  void setsNegativeNumbersWithAMinusSign() {
    assertThat(Explanations.of("sobel", DType.UINT8))
        .contains("\u22121020")
        .doesNotContain("-1020");
    assertThat(Explanations.of("laplacian-of-gaussian", DType.UINT8))
        .contains("\u22121")
        .doesNotContain("-1");
  }
}
