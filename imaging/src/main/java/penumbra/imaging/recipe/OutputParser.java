package penumbra.imaging.recipe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import penumbra.core.DType;
import penumbra.core.InvalidInputException;
import penumbra.imaging.Display;
import penumbra.imaging.FileFormat;
import penumbra.io.format.PngCompression;

/// Reads the list of outputs.
final class OutputParser {
  private static final List<String> FIELDS =
      List.of("name", "steps", "format", "type", "colormap", "vmin", "vmax", "compression", "path");
  private static final List<String> PLACEHOLDERS =
      List.of("{folder}", "{stem}", "{file}", "{name}");
  private static final int LONGEST_PATH = 200;
  private static final Pattern SAFE = Pattern.compile("[^\\\\:\\p{Cntrl}]+");

  private final RecipeErrors mistakes;
  private final StepParser stepParser;
  private final BiFunction<@Nullable Field, String, String> nameParser;

  OutputParser(
      RecipeErrors mistakes,
      StepParser stepParser,
      BiFunction<@Nullable Field, String, String> nameParser) {
    this.mistakes = mistakes;
    this.stepParser = stepParser;
    this.nameParser = nameParser;
  }

  List<RecipeOutput> outputs(@Nullable Field field) {
    List<RecipeOutput> outputs = new ArrayList<>();
    Set<String> names = new HashSet<>();
    List<Field> items = mistakes.items(field, "outputs");
    for (Field item : items) {
      Map<String, Field> fields = mistakes.entries(item, FIELDS, "an output's fields");
      Field named = fields.get("name");
      if (named == null && items.size() > 1 && !fields.isEmpty()) {
        mistakes.add(
            item.line(),
            item.path() + ".name",
            "must be given where there are several outputs, but is missing; add it");
      }
      String name = nameParser.apply(named, "result");
      if (named != null && !names.add(name)) {
        mistakes.add(named, "must differ from the names of other outputs", "rename it");
      }
      output(item, name, fields, items.size() > 1).ifPresent(outputs::add);
    }
    return outputs;
  }

  private Optional<RecipeOutput> output(
      Field item, String name, Map<String, Field> fields, boolean several) {
    Field formatField = fields.get("format");
    FileFormat format =
        formatField == null
            ? FileFormat.PNG
            : mistakes.choice(formatField, FileFormat.all()).orElse(FileFormat.PNG);
    Field typeField = fields.get("type");
    Optional<DType> type = typeField == null ? Optional.empty() : type(typeField);
    Field packing = fields.get("compression");
    PngCompression compression = mistakes.choice(packing, PngCompression.FAST);
    if (packing != null && format != FileFormat.PNG) {
      mistakes.add(
          packing.line(),
          packing.path(),
          "must be for png, but is for " + format + "; leave it out");
    }
    List<Step> steps = stepParser.steps(fields.get("steps"));
    try {
      var display =
          new Display(
              mistakes.text(fields.get("colormap")),
              mistakes.number(fields.get("vmin")),
              mistakes.number(fields.get("vmax")));
      String path = path(fields.get("path"), several);
      return Optional.of(new RecipeOutput(name, steps, format, type, display, compression, path));
    } catch (InvalidInputException rule) {
      Field at =
          Stream.of("type", "colormap", "vmin", "vmax")
              .flatMap(key -> Optional.ofNullable(fields.get(key)).stream())
              .filter(field -> isAbout(field, rule))
              .findFirst()
              .orElse(item);
      mistakes.add(at.line(), at.path(), rule);
      return Optional.empty();
    }
  }

  /// Whether the rule's message begins with the field's name.
  private static boolean isAbout(Field field, InvalidInputException rule) {
    String key = field.path().substring(field.path().lastIndexOf('.') + 1);
    String what = String.valueOf(rule.getMessage());
    return what.startsWith(key) || what.startsWith("a " + key) || what.startsWith("the " + key);
  }

  private Optional<DType> type(Field field) {
    String text = field.text().orElse("");
    Optional<DType> type =
        Arrays.stream(DType.values()).filter(known -> known.label().equals(text)).findFirst();
    if (type.isEmpty()) {
      List<String> labels = Arrays.stream(DType.values()).map(DType::label).toList();
      mistakes.add(
          field, "must be one of " + String.join(", ", labels), NearestName.remedy(text, labels));
    }
    return type;
  }

  private String path(@Nullable Field field, boolean several) {
    if (field == null) {
      return several ? "{name}/{folder}/{stem}" : "{folder}/{stem}";
    }
    String path = field.text().orElse("");
    if (!mistakes.isShort(field, path, LONGEST_PATH, "shorten it")) {
      return path;
    }
    String plain = path;
    for (String placeholder : PLACEHOLDERS) {
      plain = plain.replace(placeholder, "x");
    }
    if (!path.contains("{stem}") && !path.contains("{file}")) {
      mistakes.add(
          field, "must contain {stem} or {file}, the image's name", "write \"{folder}/{stem}\"");
    } else if (plain.contains("{") || plain.contains("}")) {
      mistakes.add(
          field, "may hold " + String.join(", ", PLACEHOLDERS) + " in braces only", "correct it");
    } else if (!isWithin(path)) {
      mistakes.add(
          field,
          "must be names with / between them, none with a dot first, {folder} by itself",
          "write \"{folder}/{stem}\"");
    }
    return path;
  }

  /// `{folder}` must be a whole name in the path, because it is empty for the top folder.
  private static boolean isWithin(String path) {
    for (String name : path.split("/", -1)) {
      boolean mixed = name.contains("{folder}") && !name.equals("{folder}");
      if (mixed || name.isEmpty() || name.startsWith(".") || !SAFE.matcher(name).matches()) {
        return false;
      }
    }
    return true;
  }
}
