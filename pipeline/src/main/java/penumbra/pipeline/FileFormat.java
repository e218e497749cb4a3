package penumbra.pipeline;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// The forms in which results are written.
public enum FileFormat {
  /// Pictures without loss, 8 or 16 bits.
  PNG,
  /// Pictures for looking at, 8 bits, lossy.
  JPG,
  /// Arrays of any type and shape, exactly.
  NPY;

  /// The extension without its dot.
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The format that the name's extension, in any case, stands for.
  public static Optional<FileFormat> of(Path file) {
    String name = String.valueOf(file.getFileName());
    return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
      case "png" -> Optional.of(PNG);
      case "jpg", "jpeg" -> Optional.of(JPG);
      case "npy" -> Optional.of(NPY);
      default -> Optional.empty();
    };
  }

  /// The extension, as users name the format.
  @Override
  public String toString() {
    return extension();
  }
}
