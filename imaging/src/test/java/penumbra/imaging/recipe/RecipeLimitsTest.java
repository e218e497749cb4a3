package penumbra.imaging.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecipeLimitsTest {
  @Test
  void noMoreThanAHundredMistakesAreTold() {
    String text = "penumbra: 1\n" + "x: 1\n".repeat(5000);

    assertThat(problems(text))
        .hasSize(101)
        .last()
        .isEqualTo("line 102: the recipe has 100 mistakes and maybe more; correct these first");
  }

  @Test
  void aliasesCannotMakeASmallFileLarge() {
    StringBuilder text = new StringBuilder("penumbra: 1\nsteps: &s [sobel");
    text.repeat(", sobel", 200).append("]\noutputs:\n");
    for (int i = 0; i < 10; i++) {
      text.append("  - {name: o").append(i).append(", steps: *s}\n");
    }

    assertThat(problems(text.toString()))
        .containsExactly(
            "line 2: outputs[0].steps[49] must be one of at most 250 operations in all, but is"
                + " 'sobel'; split the recipe into several");
    text.setLength(0);
    text.append("penumbra: 1\noutputs: [&o {name: a}").repeat(", *o", 51).append("]\n");
    assertThat(problems(text.toString()))
        .containsExactly(
            "line 1: the recipe must be YAML or JSON, but Number of aliases for non-scalar nodes"
                + " exceeds the specified max=50; correct it");
  }

  private static List<String> problems(String text) {
    return RecipeCheck.of(Path.of("large.yaml"), text).problems().stream()
        .map(RecipeError::message)
        .toList();
  }
}
