package penumbra.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.Radiograph;
import penumbra.core.display.GreyRange;
import penumbra.core.filter.Laplace;
import penumbra.core.filter.intensity.Normalize;
import penumbra.core.filter.intensity.Standardize;
import penumbra.imaging.recipe.ReadyRecipes;
import penumbra.imaging.recipe.Recipe;
import penumbra.io.ImageFiles;

/// The cases of wrong numbers in `../shared/cases/files`, which are no part of the project. Tests
/// beside the classes have siblings of them.
class NumberCasesTest {
  private static final Path FILES = Path.of("../../shared/cases/files");

  @BeforeEach
  void needsTheCases() {
    assumeTrue(Files.isDirectory(FILES), "needs ../shared/cases beside the project");
  }

  private static Radiograph image(String name, Recipe recipe) throws IOException {
    return ImageFiles.readAny(FILES.resolve(name), recipe.input().options());
  }

  @Test
  void sixteenBitsGiveWhatTheirEightBitsGive() throws IOException {
    for (String name : ReadyRecipes.names()) {
      Recipe recipe = ReadyRecipes.recipe(name);
      Radiograph bytes = image("01_recipe_depth/p8.png", recipe);
      Radiograph deep = image("01_recipe_depth/p16.png", recipe);
      for (int i = 0; i < recipe.outputs().size(); i++) {
        if (recipe.outputs().get(i).format().isPicture()) {
          continue; // compared by RecipeDepthTest, on the scale of each depth
        }
        double[] right = recipe.apply(bytes).get(i).values().pixels().toDoubles();
        double[] found = recipe.apply(deep).get(i).values().pixels().toDoubles();
        for (int at = 0; at < right.length; at++) {
          assertThat(found[at]).isCloseTo(right[at], within(1e-3));
        }
      }
    }
  }

  @Test
  void twelveBitsInSixteenAreRefused() throws IOException {
    Recipe recipe = ReadyRecipes.recipe("torchxrayvision-224");
    Radiograph image = image("01_recipe_depth/p12in16.png", recipe);
    assertThatThrownBy(() -> recipe.apply(image)).hasMessageContaining("12 of 16 bits");
  }

  @Test
  void rangesAreOfTheFiniteValues() throws IOException {
    NdArray logarithms = ImageFiles.readArray(FILES.resolve("06_inf.npy"));
    assertThat(GreyRange.of(logarithms).max()).isBetween(3.7, 3.8);
    double[] normal = Normalize.toRange(0, 255).apply(logarithms).toDoubles();
    double[] standard = Standardize.byImage().apply(logarithms).toDoubles();
    assertThat(normal).doesNotContain(Double.NaN);
    assertThat(standard).doesNotContain(Double.NaN);
  }

  @Test
  void wholeNumbersKeepTheirLowBits() throws IOException {
    NdArray input = ImageFiles.readArray(FILES.resolve("15_int64.npy"));
    NdArray right = ImageFiles.readArray(FILES.resolve("15_int64.laplace.npy"));
    NdArray found = Laplace.standard().withOutputType(OutputType.SAME).apply(input);
    assertThat(found.sameBits(right)).isTrue();
  }

  @Test
  void theMaximumBecomesUpper() throws IOException {
    NdArray seven = ImageFiles.readArray(FILES.resolve("16_seven.npy"));
    assertThat(Normalize.toMaximum(255).apply(seven).toDoubles()).contains(255);
  }
}
