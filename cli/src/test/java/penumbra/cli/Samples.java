package penumbra.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import penumbra.core.NdArray;
import penumbra.io.ImageFiles;

/// Small files of every sort for the tests of commands.
public final class Samples {
  private Samples() {}

  /// Grey noise, the same for the same seed.
  public static NdArray noise(int seed, int height, int width) {
    byte[] bytes = new byte[height * width];
    new Random(seed).nextBytes(bytes);
    return NdArray.ofUint8(bytes, height, width);
  }

  public static Path image(Path file, int seed) {
    return write(file, noise(seed, 12, 17));
  }

  public static Path write(Path file, NdArray array) {
    try {
      Files.createDirectories(file.getParent());
      ImageFiles.write(array, file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Path empty(Path file) throws IOException {
    return Files.createFile(file);
  }

  public static Path text(Path file) throws IOException {
    return Files.writeString(file, "not a picture\n");
  }

  /// The first half of a sound image.
  public static Path truncated(Path file) throws IOException {
    byte[] whole = Files.readAllBytes(image(file, 1));
    return Files.write(file, Arrays.copyOf(whole, whole.length / 2));
  }

  /// All that lies in a folder, hidden files too, by relative name.
  public static List<String> namesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }
}
