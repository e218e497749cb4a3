package penumbra.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import penumbra.core.InvalidInputException;
import penumbra.core.plugin.Plugins;
import penumbra.io.format.ImageFormat;
import penumbra.io.format.Inputs;
import penumbra.io.format.OutputVariant;

/// Formats with unique labels and file extensions.
public final class FormatList {
  private final List<ImageFormat> formats;

  FormatList(List<ImageFormat> formats) {
    this.formats = List.copyOf(formats);
    Map<String, ImageFormat> labels = new HashMap<>();
    Map<String, ImageFormat> endings = new HashMap<>();
    for (ImageFormat format : formats) {
      claim(labels, "the format " + format.label(), lower(format.label()), format);
      for (String ending : endings(format).distinct().toList()) {
        checkSpelling(ending, format);
        claim(endings, "the ending ." + ending, ending, format);
      }
    }
  }

  private static void claim(
      Map<String, ImageFormat> claimed, String what, String key, ImageFormat format) {
    ImageFormat other = claimed.put(key, format);
    if (other != null) {
      throw InvalidInputException.of(
          what,
          "must be that of one format",
          "claimed by " + module(other) + " and " + module(format),
          "remove one of the two jars");
    }
  }

  private static void checkSpelling(String ending, ImageFormat format) {
    if (!ending.matches("[a-z0-9][a-z0-9._-]*")) {
      throw InvalidInputException.of(
          "an ending of the format " + format.label(),
          "must be small letters and digits without a dot first",
          "'" + ending + "'",
          "correct it in " + module(format));
    }
  }

  private static String module(ImageFormat format) {
    return Plugins.origin(format.getClass());
  }

  /// The extensions that a format reads and writes.
  private static Stream<String> endings(ImageFormat format) {
    return Stream.concat(
        format.extensions().stream(),
        format.written().stream().flatMap(form -> form.extensions().stream()));
  }

  List<ImageFormat> all() {
    return formats;
  }

  /// The format of a file with these first bytes.
  Optional<ImageFormat> of(byte[] head) {
    return formats.stream()
        .filter(format -> format.overrules(head))
        .findFirst()
        .or(() -> formats.stream().filter(format -> format.recognises(head)).findFirst());
  }

  /// The format for reading, by the name's extension.
  public Optional<ImageFormat> named(String name) {
    return longest(formats, name, ImageFormat::extensions);
  }

  /// Whether the file, which has no extension, begins like a format that often has none; false if
  /// it cannot be read.
  public boolean begins(Path file) {
    try {
      byte[] head = Inputs.head(file);
      return formats.stream().anyMatch(one -> one.isOftenNameless() && one.recognises(head));
    } catch (IOException unreadable) {
      return false;
    }
  }

  /// The forms in which formats are written.
  List<OutputVariant> forms() {
    return formats.stream().flatMap(format -> format.written().stream()).toList();
  }

  /// The form for a name's extension.
  Optional<OutputVariant> form(String name) {
    return longest(forms(), name, OutputVariant::extensions);
  }

  /// The format that is written in that form.
  ImageFormat of(OutputVariant form) {
    return formats.stream()
        .filter(format -> format.written().contains(form))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(form + " is of no format"));
  }

  /// `nii.gz` before `gz`, if a format has that extension.
  private static <T> Optional<T> longest(
      List<T> all, String name, Function<T, List<String>> endings) {
    String lower = lower(name);
    Optional<T> found = Optional.empty();
    int longest = 0;
    for (T one : all) {
      for (String ending : endings.apply(one)) {
        if (ending.length() > longest && lower.endsWith("." + ending)) {
          longest = ending.length();
          found = Optional.of(one);
        }
      }
    }
    return found;
  }

  /// The name without the extension of a readable format, if it has one.
  String stem(String name) {
    String lower = lower(name);
    return named(name).stream()
        .flatMap(format -> format.extensions().stream())
        .filter(end -> lower.endsWith("." + end))
        .max(Comparator.comparingInt(String::length))
        .map(end -> name.substring(0, name.length() - end.length() - 1))
        .orElse(name);
  }

  /// The labels of the readable formats: `PNG, JPEG or NPY`.
  String labels() {
    return or(read().map(ImageFormat::label).toList());
  }

  /// The patterns of the names that a data set lists: `*.png, *.jpg or *.jpeg`.
  String patterns() {
    return or(
        read()
            .filter(ImageFormat::isListed)
            .flatMap(format -> format.extensions().stream())
            .map(end -> "*." + end)
            .toList());
  }

  /// The extensions of names that can be written: `.png, .jpg or .jpeg`.
  String writtenEndings() {
    return or(
        forms().stream()
            .flatMap(form -> form.extensions().stream())
            .map(end -> "." + end)
            .toList());
  }

  private Stream<ImageFormat> read() {
    return formats.stream().filter(format -> !format.extensions().isEmpty());
  }

  private static String or(List<String> all) {
    List<String> first = new ArrayList<>(all);
    String last = first.removeLast();
    return first.isEmpty() ? last : String.join(", ", first) + " or " + last;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
