package penumbra.imaging.recipe;

import static penumbra.core.InvalidInputException.require;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.InvalidInputException;
import penumbra.figure.colour.Colormap;
import penumbra.imaging.Display;
import penumbra.imaging.FileFormat;
import penumbra.imaging.Rendering;
import penumbra.imaging.job.FilteredForm;
import penumbra.imaging.job.JobOutput;
import penumbra.io.ImageFiles;
import penumbra.io.format.PngCompression;

/// One file that a recipe writes for each image.
///
/// @param name in kebab-case, unique within the recipe
/// @param steps the operations after the recipe's common steps, in order; may be empty
/// @param format the file's format
/// @param type the type of the written values: for a picture `UINT8` or `UINT16`; by default that
///   of the result, if the format supports it
/// @param display how values become a picture, if the format holds pictures
/// @param compression the compression of a PNG
/// @param path the file's path below the output folder, without its extension: `{folder}`,
///   `{stem}`, `{file}` and `{name}` stand for the image's folder below the input folder, its name
///   without and with its extension, and this output's name
public record RecipeOutput(
    String name,
    List<Step> steps,
    FileFormat format,
    Optional<DType> type,
    Display display,
    PngCompression compression,
    String path) {
  public RecipeOutput {
    steps = List.copyOf(steps);
    if (!format.isPicture() && display.isAsked()) {
      throw InvalidInputException.of(
          "a colormap, vmin or vmax",
          "must be for a picture",
          "for " + format + ", which keeps the values",
          "leave it out, or write png");
    }
    boolean deep = type.equals(Optional.of(DType.UINT16));
    boolean shown = type.isEmpty() || type.get() == DType.UINT8 || (deep && format.isDeep());
    if (format.isPicture() && !shown) {
      throw InvalidInputException.of(
          "the type of a " + format + " picture",
          format.isDeep() ? "must be uint8 or uint16" : "must be uint8",
          type.map(DType::label).orElse(""),
          "write npy or tif for other types");
    }
    boolean coloured = !Colormap.named(display.colormap().orElse("gray")).name().startsWith("gray");
    require(
        !(deep && coloured && format.isPicture()),
        "the type of a coloured picture",
        "must be uint8",
        "uint16",
        "leave out the type or the colormap");
  }

  /// The same as an output of a job.
  JobOutput job() {
    return new JobOutput(
        StepChain.of(steps), new FilteredForm(new Rendering(format, display, type)), compression);
  }

  /// The path of the result for the image `source`: a path below the input folder becomes one below
  /// the output folder.
  public Path pathFor(Path source) {
    String file = String.valueOf(source.getFileName());
    Path parent = source.getParent();
    String folder = parent == null ? "." : parent.toString().replace('\\', '/');
    String filled =
        fill(
            path,
            Map.of("folder", folder, "stem", ImageFiles.stem(file), "file", file, "name", name));
    return Path.of(filled + "." + format.extension()).normalize();
  }

  /// In one pass, so that names with braces in them are not changed again.
  private static String fill(String pattern, Map<String, String> values) {
    StringBuilder filled = new StringBuilder();
    int at = 0;
    while (at < pattern.length()) {
      int end = pattern.charAt(at) == '{' ? pattern.indexOf('}', at) : -1;
      String value = end < 0 ? null : values.get(pattern.substring(at + 1, end));
      filled.append(value == null ? pattern.substring(at, at + 1) : value);
      at = value == null ? at + 1 : end + 1;
    }
    return filled.toString();
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("steps", steps.stream().map(Step::toJson).toList());
    json.put("format", format.extension());
    type.ifPresent(given -> json.put("type", given.label()));
    display.colormap().ifPresent(colormap -> json.put("colormap", colormap));
    display.vmin().ifPresent(vmin -> json.put("vmin", vmin));
    display.vmax().ifPresent(vmax -> json.put("vmax", vmax));
    if (format == FileFormat.PNG) {
      json.put("compression", compression.name().toLowerCase(Locale.ROOT));
    }
    json.put("path", path);
    return json;
  }
}
