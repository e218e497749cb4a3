package penumbra.datasets.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import penumbra.core.InvalidInputException;
import penumbra.imaging.recipe.Recipe;
import penumbra.imaging.recipe.RecipeOutput;
import penumbra.io.archive.Archives;

/// Where the results of a run lie beside its inputs, after following links.
///
/// @param output the folder of results, which need not exist yet
record OutputPlace(Path output) {
  static OutputPlace of(Path output) throws IOException {
    return new OutputPlace(real(output));
  }

  /// Whether a file is a result of a run into this folder.
  boolean holds(Path file) throws IOException {
    return !Archives.isMember(file) && real(file).startsWith(output);
  }

  /// Whether this folder is within `folder`.
  boolean isWithin(Path folder) throws IOException {
    return !Archives.isMember(folder) && output.startsWith(real(folder));
  }

  /// The results must not lie in the folder itself: the next run would take them for images.
  void requireOther(Path folder) throws IOException {
    if (!Archives.isMember(folder) && output.equals(real(folder))) {
      throw InvalidInputException.of(
          "the output",
          "must not be an input",
          output + ", which is the input " + folder,
          "write into a folder beside it");
    }
  }

  /// No result may replace an input, or lie in an input folder as if it were one of its images.
  void requireNoInput(List<Path> folders, List<PlannedImage> images, Recipe recipe)
      throws IOException {
    Set<Path> inputs = new HashSet<>();
    for (PlannedImage image : images) {
      inputs.add(image.file().toAbsolutePath().normalize());
      if (Files.exists(output)) {
        inputs.add(real(image.file()));
      }
    }
    List<Path> within = within(folders);
    for (PlannedImage image : images) {
      for (RecipeOutput result : recipe.outputs()) {
        Path target = output.resolve(result.pathFor(image.relative()));
        if (inputs.contains(target)) {
          throw InvalidInputException.of(
              "the output", "must not be an input", target, "write elsewhere");
        }
        for (Path folder : within) {
          if (target.startsWith(folder)) {
            throw InvalidInputException.of(
                "the output",
                "must not lie in the input folder " + folder,
                target,
                "write elsewhere, or the next run would take results for images");
          }
        }
      }
    }
  }

  /// The input folders within the folder of results.
  private List<Path> within(List<Path> folders) throws IOException {
    Set<Path> within = new HashSet<>();
    for (Path folder : folders) {
      if (holds(folder)) {
        within.add(real(folder));
      }
    }
    return List.copyOf(within);
  }

  /// The path without links, as far as it exists.
  private static Path real(Path path) throws IOException {
    if (Archives.isMember(path)) {
      return path;
    }
    Path whole = path.toAbsolutePath().normalize();
    for (@Nullable Path above = whole; above != null; above = above.getParent()) {
      if (Files.exists(above)) {
        return above.toRealPath().resolve(above.relativize(whole)).normalize();
      }
    }
    return whole;
  }
}
