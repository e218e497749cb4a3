package penumbra.datasets.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import penumbra.imaging.recipe.Recipe;
import penumbra.imaging.recipe.RecipeOutput;

/// Temporary files that a killed run has left.
final class UnfinishedFiles {
  /// Their names, as in [penumbra.io.format.AtomicFiles].
  private static final String PATTERN = ".penumbra-*.tmp";

  private UnfinishedFiles() {}

  /// Removes them from every folder that the plan writes to. The caller must hold the [RunLock].
  static void remove(Plan plan, Recipe recipe, Path output) throws IOException {
    Set<Path> folders = new TreeSet<>();
    folders.add(output);
    for (PlannedImage image : plan.images()) {
      for (RecipeOutput result : recipe.outputs()) {
        Path folder = output.resolve(result.pathFor(image.relative())).getParent();
        folders.add(folder == null ? output : folder);
      }
    }
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, PATTERN)) {
          for (Path leftover : found) {
            Files.deleteIfExists(leftover);
          }
        }
      }
    }
  }
}
