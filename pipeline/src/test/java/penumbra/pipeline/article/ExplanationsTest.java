package penumbra.pipeline.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationsTest {
  @ParameterizedTest
  @ValueSource(strings = {"laplacian-of-gaussian", "gaussian-gradient-magnitude", "sobel", "canny"})
  void saysWhyInTwoSentences(String filter) {
    String text = Explanations.of(filter);
    assertThat(text).endsWith(".").matches("[A-Z].*");
    assertThat(text.split("(?<=[.!?])\\s+")).hasSize(2);
  }

  @Test
  void saysThatNothingOverflowsInCanny() {
    assertThat(Explanations.of("canny")).contains("Nothing overflows");
  }

  @Test
  void setsNegativeNumbersWithAMinusSign() {
    assertThat(Explanations.of("sobel")).contains("\u22121020").doesNotContain("-1020");
    assertThat(Explanations.of("laplacian-of-gaussian")).contains("\u22121").doesNotContain("-1");
  }
}
