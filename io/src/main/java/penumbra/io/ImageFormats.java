package penumbra.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;

/// The formats that other modules bring.
final class ImageFormats {
  private ImageFormats() {}

  /// Loaded at the first question, since most commands read none of them.
  private static final class Loaded {
    static final List<ImageFormat> ALL =
        ServiceLoader.load(ImageFormat.class, ImageFormat.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
  }

  /// The format of a file with these first bytes.
  static Optional<ImageFormat> of(byte[] head) {
    return Loaded.ALL.stream().filter(format -> format.recognises(head)).findFirst();
  }

  /// Whether the file begins as one of these formats does; not so one that cannot be read.
  static boolean begins(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in.readNBytes(ImageFormat.HEAD)).isPresent();
    } catch (IOException unreadable) {
      return false;
    }
  }

  /// The format that the name's ending promises.
  static Optional<ImageFormat> named(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Loaded.ALL.stream()
        .filter(format -> format.extensions().contains(extension))
        .findFirst();
  }
}
