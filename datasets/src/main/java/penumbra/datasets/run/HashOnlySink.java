package penumbra.datasets.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import penumbra.core.Radiograph;
import penumbra.imaging.FileFormat;
import penumbra.imaging.recipe.RecipeOutput;
import penumbra.io.ImageFiles;
import penumbra.io.png.Png;

/// Encodes results, records their size and hash, and discards them.
final class HashOnlySink implements Sink {
  private final AtomicLong bytes = new AtomicLong();

  /// How many bytes were made so far.
  long bytes() {
    return bytes.get();
  }

  @Override
  public OutputRecord take(RecipeOutput output, Path path, Radiograph result) throws IOException {
    String name = path.toString().replace('\\', '/');
    if (output.format() == FileFormat.PNG) {
      byte[] png = Png.encode(result.pixels(), output.compression());
      bytes.addAndGet(png.length);
      return new OutputRecord(output.name(), name, png.length, Hashes.of(png));
    }
    Path file = Files.createTempFile("penumbra", "." + output.format().extension());
    try {
      ImageFiles.write(result, file);
      bytes.addAndGet(Files.size(file));
      return new OutputRecord(output.name(), name, Files.size(file), Hashes.of(file));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public void undo(List<OutputRecord> written) {
    // Nothing was written.
  }
}
