package penumbra.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/// All formats that are read: those of this module, then those that other modules bring. A format
/// of this module is a class and its line in the list here.
final class ImageFormats {
  private static final List<ImageFormat> OWN =
      List.of(
          new PngFormat(),
          new JpegFormat(),
          new NpyFormat(),
          new NpzFormat(),
          new TiffFormat(),
          new NiftiFormat(),
          new PnmFormat());

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
    // A DICOM file may begin as a TIFF file does, for programs that know only that.
    if (Heads.starts(head, 128, "DICM")) {
      return first(Loaded.ALL, head).or(() -> first(OWN, head));
    }
    return first(OWN, head).or(() -> first(Loaded.ALL, head));
  }

  private static Optional<ImageFormat> first(List<ImageFormat> formats, byte[] head) {
    return formats.stream().filter(format -> format.recognises(head)).findFirst();
  }

  /// Whether the file begins as a format of another module does; not so one that cannot be read.
  static boolean begins(Path file) {
    try {
      return first(Loaded.ALL, Inputs.head(file)).isPresent();
    } catch (IOException unreadable) {
      return false;
    }
  }

  /// The format that the name's ending promises.
  static Optional<ImageFormat> named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return ending(OWN, lower).or(() -> ending(Loaded.ALL, lower));
  }

  private static Optional<ImageFormat> ending(List<ImageFormat> formats, String lower) {
    return formats.stream()
        .filter(format -> format.extensions().stream().anyMatch(end -> lower.endsWith("." + end)))
        .findFirst();
  }

  /// The name without the ending of a format, if it has one.
  static String stem(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return all()
        .flatMap(format -> format.extensions().stream())
        .filter(end -> lower.endsWith("." + end))
        .findFirst()
        .map(end -> name.substring(0, name.length() - end.length() - 1))
        .orElse(name);
  }

  /// What users call them: `PNG, JPEG or NPY`.
  static String labels() {
    List<String> labels = new ArrayList<>(all().map(ImageFormat::label).toList());
    String last = labels.removeLast();
    return String.join(", ", labels) + " or " + last;
  }

  /// The patterns of the names that a data set lists: `*.png, *.jpg or *.jpeg`.
  static String patterns() {
    List<String> patterns =
        new ArrayList<>(
            all()
                .filter(ImageFormat::isListed)
                .flatMap(format -> format.extensions().stream())
                .map(end -> "*." + end)
                .toList());
    String last = patterns.removeLast();
    return String.join(", ", patterns) + " or " + last;
  }

  private static Stream<ImageFormat> all() {
    return Stream.concat(OWN.stream(), Loaded.ALL.stream());
  }
}
