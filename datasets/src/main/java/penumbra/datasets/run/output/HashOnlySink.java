package penumbra.datasets.run.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import penumbra.imaging.job.ImageInput;
import penumbra.imaging.job.JobResult;
import penumbra.imaging.recipe.RecipeOutput;

/// Encodes results, records their size and hash, and discards them.
public final class HashOnlySink implements Sink {
  private final AtomicLong bytes = new AtomicLong();

  /// A sink that has received nothing.
  public HashOnlySink() {}

  /// The number of bytes made so far.
  public long bytes() {
    return bytes.get();
  }

  @Override
  public Taken take(RecipeOutput output, Path path, ImageInput input, JobResult result)
      throws IOException {
    try (var hashed = new HashedStream(OutputStream.nullOutputStream())) {
      Optional<String> lost = result.write(input, hashed);
      OutputRecord made = hashed.record(output.name(), path.toString().replace('\\', '/'));
      bytes.addAndGet(made.bytes());
      return new Taken(made, lost);
    }
  }

  @Override
  public void undo(List<OutputRecord> written) {
    // Nothing was written.
  }
}
