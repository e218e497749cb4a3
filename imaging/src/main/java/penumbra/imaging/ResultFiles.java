package penumbra.imaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.io.ImageFiles;
import penumbra.io.archive.Archives;
import penumbra.io.format.Derivation;
import penumbra.io.format.ImageSource;
import penumbra.io.format.Origin;
import penumbra.io.format.WriteOptions;

/// Writes results, with their origin if the format needs it.
public final class ResultFiles {
  private ResultFiles() {}

  /// Writes a result that was made from the image `source`.
  ///
  /// @param file the file, or the first of the files, from which the image was read
  /// @param target the file to write; its folders are created if they are missing
  /// @param derivation how it was made, called if the format needs it
  /// @return what was lost, in a sentence, if something was
  public static Optional<String> write(
      Path file, Path target, Radiograph source, NdArray result, Supplier<Derivation> derivation)
      throws IOException {
    Path folder = target.getParent();
    if (folder != null) {
      Folders.make(folder);
    }
    WriteOptions options = WriteOptions.standard();
    if (FileFormat.of(target).map(FileFormat::needsOrigin).orElse(false)) {
      ImageSource read = ImageSource.of(Archives.resolve(file));
      options = options.withOrigin(new Origin(read, source, derivation.get()));
    }
    return ImageFiles.write(source.withResult(result), target, options);
  }
}
