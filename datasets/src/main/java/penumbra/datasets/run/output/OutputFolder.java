package penumbra.datasets.run.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import penumbra.imaging.Folders;
import penumbra.imaging.job.ImageInput;
import penumbra.imaging.job.JobResult;
import penumbra.imaging.recipe.RecipeOutput;
import penumbra.io.format.AtomicFiles;
import penumbra.io.format.UnwritableFileException;

/// Writes results below a folder, each completely or not at all. Any number of threads may write.
public final class OutputFolder implements Sink {
  private final Path folder;
  private final Set<Path> made = ConcurrentHashMap.newKeySet();

  /// Writes below `folder`, which it makes when the first result comes.
  public OutputFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public Taken take(RecipeOutput output, Path path, ImageInput input, JobResult result)
      throws IOException {
    Path target = folder.resolve(path);
    String name = path.toString().replace('\\', '/');
    Encoded encoded =
        result.format().needsOrigin() ? encoded(result, input) : out -> result.write(input, out);
    try {
      Path parent = target.getParent();
      if (parent != null && !made.contains(parent)) {
        Folders.make(parent);
        made.add(parent);
      }
      AtomicReference<@Nullable Taken> taken = new AtomicReference<>();
      AtomicFiles.write(
          target,
          out -> {
            var hashed = new HashedStream(out);
            Optional<String> lost = encoded.write(hashed);
            taken.set(new Taken(hashed.record(output.name(), name), lost));
          });
      return Objects.requireNonNull(taken.get());
    } catch (IOException error) {
      throw new OutputException(refusal(target, error), error);
    }
  }

  /// Writes a result to a stream, and returns what was lost.
  private interface Encoded {
    Optional<String> write(OutputStream out) throws IOException;
  }

  /// Making such a result reads its source once more: an error there concerns that image, not the
  /// folder.
  private static Encoded encoded(JobResult result, ImageInput input) throws IOException {
    var bytes = new ByteArrayOutputStream();
    Optional<String> lost = result.write(input, bytes);
    return out -> {
      bytes.writeTo(out);
      return lost;
    };
  }

  private static String refusal(Path target, IOException error) {
    if (error instanceof UnwritableFileException) {
      return String.valueOf(error.getMessage());
    }
    String reason =
        error instanceof java.nio.file.FileSystemException system && system.getReason() != null
            ? system.getReason()
            : error instanceof java.nio.file.AccessDeniedException
                ? "access is denied"
                : String.valueOf(error.getMessage());
    return target + " cannot be written: " + reason;
  }

  @Override
  public void undo(List<OutputRecord> written) throws IOException {
    for (OutputRecord output : written) {
      Files.deleteIfExists(folder.resolve(output.file()));
    }
  }
}
