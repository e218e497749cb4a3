package penumbra.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import penumbra.imaging.recipe.Recipe;
import penumbra.imaging.recipe.RecipeCheck;
import penumbra.imaging.recipe.RecipeError;
import penumbra.imaging.recipe.RecipeText;

/// The readings of recipes.
final class RecipeReadings {
  private static final Path NAMED = Path.of("recipe.yaml");

  private RecipeReadings() {}

  /// All mistakes in a text, each in one line. For a valid recipe, its explanation in words and the
  /// JSON of its fingerprint.
  static void text(byte[] input) throws IOException {
    RecipeCheck check = RecipeCheck.of(NAMED, new String(input, StandardCharsets.UTF_8));
    for (RecipeError problem : check.problems()) {
      if (problem.message().chars().anyMatch(Character::isISOControl)) {
        throw new ContractViolation("tells a mistake that is not one line: " + problem);
      }
    }
    RecipeText.of(check.recipeOrThrow());
  }

  /// The same from a file.
  static void file(byte[] input) throws IOException {
    try (ScratchFile file = ScratchFile.of(input, ".yaml")) {
      Recipe.read(file.path());
    }
  }
}
