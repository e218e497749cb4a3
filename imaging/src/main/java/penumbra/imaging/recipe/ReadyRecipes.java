package penumbra.imaging.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import penumbra.core.InvalidInputException;

/// Penumbra's ready-made recipes.
///
/// ```
/// Recipe edges = ReadyRecipes.find(Path.of("edges"));
/// ```
public final class ReadyRecipes {
  private static final List<String> NAMES =
      List.of(
          "edges",
          "article-published",
          "article-corrected",
          "smooth",
          "clahe",
          "torchxrayvision-224",
          "torchxrayvision-512",
          "torchxrayvision-224-skimage",
          "torchxrayvision-512-skimage",
          "torchxrayvision-224-cv2",
          "torchxrayvision-512-cv2",
          "imagenet-224",
          "letterbox-224");

  private ReadyRecipes() {}

  /// Their names, in the order of lists.
  public static List<String> names() {
    return NAMES;
  }

  /// The text of a ready-made recipe, comments included.
  public static String text(String name) {
    if (!NAMES.contains(name)) {
      throw InvalidInputException.of(
          "a recipe",
          "must be one of " + String.join(", ", NAMES),
          "'" + name + "'",
          NearestName.remedy(name, NAMES));
    }
    try (InputStream in = ReadyRecipes.class.getResourceAsStream(name + ".yaml")) {
      byte[] bytes = Objects.requireNonNull(in, name + ".yaml is not in the jar").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A ready-made recipe.
  public static Recipe recipe(String name) {
    return RecipeCheck.of(Path.of(name + ".yaml"), text(name)).recipe().orElseThrow();
  }

  /// The recipe that a user names: a file, or a ready-made recipe if there is no regular file of
  /// that name. So `run edges DIR -o edges` can be repeated, although it has created a folder
  /// `edges`. A name without folder and extension that is neither counts as a mistyped ready-made
  /// recipe.
  public static RecipeCheck check(Path named) throws IOException {
    String name = named.toString();
    Optional<String> ready = NAMES.stream().filter(name::equals).findFirst();
    boolean file =
        ready.isPresent()
            ? Files.isRegularFile(named)
            : Files.exists(named) || name.matches(".*[./\\\\].*");
    if (file) {
      return RecipeCheck.of(named);
    }
    return RecipeCheck.of(Path.of(name + ".yaml"), text(name));
  }

  /// The same as a recipe; its first mistake is thrown.
  public static Recipe find(Path named) throws IOException {
    return check(named).recipeOrThrow();
  }
}
