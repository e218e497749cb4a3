package penumbra.datasets.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import penumbra.core.Radiograph;
import penumbra.imaging.recipe.RecipeOutput;

/// Takes the results of images: writes them, or compares them with what was written before.
interface Sink {
  /// Takes one result.
  ///
  /// @param path where it belongs below the output folder
  OutputRecord take(RecipeOutput output, Path path, Radiograph result) throws IOException;

  /// Takes back what was written of an image that failed.
  void undo(List<OutputRecord> written) throws IOException;
}
