package penumbra.datasets.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.datasets.run.journal.ImageRecord;
import penumbra.datasets.run.output.Hashes;
import penumbra.datasets.run.output.OutputRecord;
import penumbra.imaging.recipe.ReadyRecipes;
import penumbra.imaging.recipe.Recipe;
import penumbra.imaging.recipe.RecipeCheck;
import penumbra.io.ImageFiles;

/// Recipes that were written once go on doing the same. Where a test here fails, the recipe's
/// format, a name of the catalogue or the pixels of a filter have changed: then that change is
/// wrong, or the format needs a new number.
class StoredRecipeTest {
  private static final String STORED = "/penumbra/datasets/run/every-field.yaml";

  @TempDir Path folder;

  static List<String> ready() {
    return ReadyRecipes.names();
  }

  @Test
  void aStoredRecipeKeepsItsFingerprint() throws IOException {
    assertThat(stored().fingerprint()).isEqualTo("abcac2440de3ebba");
  }

  @Test
  void aStoredRecipeGivesTheSamePixels() throws IOException {
    assertThat(pixels(stored()))
        .containsExactlyEntriesOf(
            new TreeMap<>(
                Map.of(
                    "colours", "(41, 57) uint8 6ed092586e24bcef",
                    "edges", "(41, 57) int16 f8d050385b184d74",
                    "levels", "(41, 57) uint8 1b6b5e3021b4e1ea",
                    "sobel", "(41, 57) uint16 4bf88d2e5f588739",
                    "values", "(41, 57) float32 91b448b702764b3c",
                    "wrapped", "(41, 57) uint8 77e4ee0867e4d58f")));
  }

  @ParameterizedTest
  @MethodSource("ready")
  void everyReadyMadeRecipeIsSoundAndRuns(String name) throws IOException {
    Recipe recipe = ReadyRecipes.recipe(name);

    assertThat(recipe.name()).isEqualTo(name);
    assertThat(recipe.description()).isNotEmpty();
    assertThat(pixels(recipe)).hasSameSizeAs(recipe.outputs());
  }

  @Test
  void trainingPresetsGiveTheSizesThatNetworksWant() throws IOException {
    assertThat(pixels(ReadyRecipes.recipe("torchxrayvision-224")).get("pixels"))
        .startsWith("(224, 224) float32");
    assertThat(pixels(ReadyRecipes.recipe("torchxrayvision-512")).get("pixels"))
        .startsWith("(512, 512) float32");
    assertThat(pixels(ReadyRecipes.recipe("imagenet-224")).get("pixels"))
        .startsWith("(3, 224, 224) float32");
    assertThat(pixels(ReadyRecipes.recipe("letterbox-224")).get("picture"))
        .startsWith("(224, 224) uint8");
    assertThat(pixels(ReadyRecipes.recipe("clahe")).get("clahe")).startsWith("(41, 57) uint8");
  }

  /// The hash of type, shape and values of every output for a small image that never changes.
  private Map<String, String> pixels(Recipe recipe) throws IOException {
    Path set = folder.resolve("set");
    Path out = folder.resolve("out");
    Files.createDirectories(set);
    ImageFiles.write(image(), set.resolve("image.png"));
    List<ImageRecord> images = new ArrayList<>();
    new Run(recipe, Plan.of(List.of(set), recipe, out), out, Execution.ofThreads(1))
        .run((image, _) -> images.add(image));
    assertThat(images).singleElement().satisfies(image -> assertThat(image.error()).isEmpty());
    Map<String, String> pixels = new TreeMap<>();
    for (OutputRecord output : images.getFirst().outputs()) {
      NdArray array = ImageFiles.readArray(out.resolve(output.file()));
      String hash = Hashes.of(array.toBytes()).substring(0, 16);
      pixels.put(output.name(), array + " " + hash);
    }
    return pixels;
  }

  /// A bright disc on a slope, with a pattern that is not the same anywhere.
  private static NdArray image() {
    int height = 41;
    int width = 57;
    byte[] pixels = new byte[height * width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean disc = (y - 18) * (y - 18) + (x - 30) * (x - 30) < 120;
        pixels[y * width + x] = (byte) ((disc ? 150 : 20) + x + y % 7 * (x % 5));
      }
    }
    return NdArray.ofUint8(pixels, height, width);
  }

  private static Recipe stored() throws IOException {
    try (InputStream in = StoredRecipeTest.class.getResourceAsStream(STORED)) {
      byte[] bytes = Objects.requireNonNull(in, STORED).readAllBytes();
      RecipeCheck check =
          RecipeCheck.of(Path.of("every-field.yaml"), new String(bytes, StandardCharsets.UTF_8));
      return check.recipeOrThrow();
    }
  }
}
