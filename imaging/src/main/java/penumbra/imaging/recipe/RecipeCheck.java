package penumbra.imaging.recipe;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import penumbra.core.Failure;
import penumbra.io.format.UnreadableFileException;

/// A recipe file, checked before anything runs.
///
/// ```
/// RecipeCheck check = RecipeCheck.of(Path.of("edges.yaml"));
/// check.problems().forEach(problem -> tell(problem.message()));
/// ```
///
/// @param file the file
/// @param recipe the recipe, if it has no mistakes
/// @param problems every mistake found, in the order of their lines
public record RecipeCheck(Path file, Optional<Recipe> recipe, List<RecipeError> problems) {
  /// Larger than any file that somebody writes by hand; a larger one is something else.
  private static final long MOST_BYTES = 1 << 20;

  public RecipeCheck {
    problems = List.copyOf(problems);
  }

  /// Reads and checks a file.
  public static RecipeCheck of(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw UnreadableFileException.of(
          Failure.Kind.NO_RECIPE,
          file,
          "must be a recipe file",
          Files.exists(file) ? "is a folder or a device" : "is missing",
          "check the path, or name a ready-made recipe");
    }
    if (Files.size(file) > MOST_BYTES) {
      throw UnreadableFileException.of(
          file,
          "must be a recipe of at most " + MOST_BYTES + " bytes",
          "has " + Files.size(file),
          "name a recipe file");
    }
    try {
      return of(file, Files.readString(file));
    } catch (CharacterCodingException binary) {
      throw UnreadableFileException.of(
          file, "must be a recipe in UTF-8 text", "is none", "name a recipe file", binary);
    }
  }

  /// Checks the text of a file.
  public static RecipeCheck of(Path file, String text) {
    return new RecipeParser(file, text).check();
  }

  /// Returns the recipe, or throws the first mistake.
  public Recipe recipeOrThrow() throws UnreadableFileException {
    if (recipe.isPresent()) {
      return recipe.get();
    }
    RecipeError first = problems.getFirst();
    String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
    throw UnreadableFileException.of(
        Failure.Kind.UNSOUND_RECIPE,
        file,
        "must be a sound recipe",
        first.message() + more,
        "a check of the recipe shows more");
  }
}
