package penumbra.datasets.run.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import penumbra.imaging.job.ImageInput;
import penumbra.imaging.job.JobResult;
import penumbra.imaging.recipe.RecipeOutput;

/// Receives the results of images: writes them, or compares them with what was written before.
public interface Sink {
  /// A result that was received.
  ///
  /// @param record the file
  /// @param lost what was lost, in a sentence, if anything
  record Taken(OutputRecord record, Optional<String> lost) {}

  /// Receives one result.
  ///
  /// @param path its path below the output folder
  /// @param input the source of the image
  Taken take(RecipeOutput output, Path path, ImageInput input, JobResult result) throws IOException;

  /// Removes what was written for an image that failed.
  void undo(List<OutputRecord> written) throws IOException;
}
