package penumbra.datasets.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import penumbra.core.Radiograph;
import penumbra.imaging.FileFormat;
import penumbra.imaging.Folders;
import penumbra.imaging.recipe.RecipeOutput;
import penumbra.io.ImageFiles;
import penumbra.io.format.AtomicFiles;
import penumbra.io.format.UnwritableFileException;
import penumbra.io.png.Png;

/// Writes results below a folder, each completely or not at all. Any number of threads may write.
final class OutputFolder implements Sink {
  private final Path folder;
  private final Set<Path> made = ConcurrentHashMap.newKeySet();

  OutputFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public OutputRecord take(RecipeOutput output, Path path, Radiograph result) throws IOException {
    Path target = folder.resolve(path);
    String name = path.toString().replace('\\', '/');
    try {
      Path parent = target.getParent();
      if (parent != null && !made.contains(parent)) {
        Folders.make(parent);
        made.add(parent);
      }
      if (output.format() == FileFormat.PNG) {
        byte[] png = Png.encode(result.pixels(), output.compression());
        AtomicFiles.write(target, png);
        return new OutputRecord(output.name(), name, png.length, Hashes.of(png));
      }
      ImageFiles.write(result, target);
      return new OutputRecord(output.name(), name, Files.size(target), Hashes.of(target));
    } catch (IOException error) {
      throw new OutputException(refusal(target, error), error);
    }
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
