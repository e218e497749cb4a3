package penumbra.datasets.run.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import penumbra.imaging.job.ImageInput;
import penumbra.imaging.job.JobResult;
import penumbra.imaging.recipe.RecipeOutput;

/// Takes the results of images: writes them, or compares them with what was written before.
public interface Sink {
  /// A result that was taken.
  ///
  /// @param record the file
  /// @param lost what was lost, in a sentence, if something was
  record Taken(OutputRecord record, Optional<String> lost) {}

  /// Takes one result.
  ///
  /// @param path where it belongs below the output folder
  /// @param input where the image was read from
  Taken take(RecipeOutput output, Path path, ImageInput input, JobResult result) throws IOException;

  /// Takes back what was written of an image that failed.
  void undo(List<OutputRecord> written) throws IOException;
}
