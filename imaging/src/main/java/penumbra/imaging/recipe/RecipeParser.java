package penumbra.imaging.recipe;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import penumbra.core.GreyScale;
import penumbra.core.InvalidInputException;
import penumbra.core.Precision;
import penumbra.io.format.GreyValues;

/// Reads a recipe and records every mistake in it, with its line.
final class RecipeParser {
  private static final List<String> FIELDS =
      List.of(
          "penumbra", "name", "description", "input", "precision", "steps", "outputs", "histogram");
  private static final List<String> INPUT_FIELDS =
      List.of("values", "window", "frame", "lenient", "strict", "invert", "range");
  private static final List<String> HISTOGRAM_FIELDS = List.of("bins", "min", "max");
  private static final int LONGEST_NAME = 100;
  private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

  private final Path file;
  private final String text;
  private final RecipeErrors mistakes = new RecipeErrors();

  RecipeParser(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  RecipeCheck check() {
    Optional<Recipe> recipe = Optional.empty();
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
      Optional<Node> root =
          new Composer(settings, new ParserImpl(settings, new StreamReader(settings, text)))
              .getSingleNode();
      if (root.isEmpty()) {
        mistakes.add(1, "", "must hold fields, but is empty; begin with a ready-made one");
      } else {
        recipe = recipe(new Field("", root.get()));
      }
    } catch (MarkedYamlEngineException broken) {
      int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      mistakes.add(line, "", "must be YAML or JSON, but " + broken.getProblem() + "; correct it");
    } catch (RecipeErrors.TooMany enough) {
      // The mistakes are recorded.
    } catch (YamlEngineException broken) {
      mistakes.add(1, "", "must be YAML or JSON, but " + broken.getMessage() + "; correct it");
    } catch (StackOverflowError deep) {
      mistakes.add(1, "", "must be YAML or JSON, but is too deep to be read; correct it");
    }
    return new RecipeCheck(file, mistakes.isEmpty() ? recipe : Optional.empty(), mistakes.all());
  }

  /// The recipe, if there was no mistake.
  private Optional<Recipe> recipe(Field root) {
    Map<String, Field> fields = mistakes.entries(root, FIELDS, "a recipe's fields");
    checkFormat(fields.get("penumbra"));
    String name = name(fields.get("name"), ownName());
    String description = mistakes.text(fields.get("description")).orElse("");
    RecipeInput input = input(fields.get("input"));
    Precision precision = mistakes.choice(fields.get("precision"), Precision.EXACT);
    StepParser stepParser = new StepParser(mistakes);
    List<Step> steps = stepParser.steps(fields.get("steps"));
    List<RecipeOutput> outputs =
        new OutputParser(mistakes, stepParser, this::name).outputs(fields.get("outputs"));
    Optional<RecipeHistogram> histogram = histogram(fields.get("histogram"));
    if (!mistakes.isEmpty()) {
      return Optional.empty();
    }
    if (outputs.isEmpty() && histogram.isEmpty()) {
      mistakes.add(
          1, "outputs", "must name an output, but there is none, nor a histogram; add one of them");
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Recipe(name, description, input, precision, steps, outputs, histogram));
    } catch (InvalidInputException rule) {
      int line = Optional.ofNullable(fields.get("outputs")).map(Field::line).orElse(1);
      mistakes.add(line, "outputs", rule);
      return Optional.empty();
    }
  }

  private void checkFormat(@Nullable Field version) {
    String right = Integer.toString(Recipe.FORMAT);
    if (version == null) {
      mistakes.add(
          1, "penumbra", "must give the recipe's format, but is missing; write 'penumbra: 1'");
    } else if (!version.text().equals(Optional.of(right))) {
      mistakes.add(version, "must be " + right, "write that, or use a newer Penumbra");
    }
  }

  private String ownName() {
    String own = String.valueOf(file.getFileName());
    return own.contains(".") ? own.substring(0, own.indexOf('.')) : own;
  }

  private String name(@Nullable Field field, String standard) {
    if (field == null) {
      return standard;
    }
    String name = field.text().orElse("");
    if (mistakes.isShort(field, name, LONGEST_NAME, "shorten it") && !name.matches(NAME)) {
      mistakes.add(
          field, "must be small letters and digits with hyphens between", "write it as my-edges");
    }
    return name;
  }

  private RecipeInput input(@Nullable Field field) {
    if (field == null) {
      return RecipeInput.standard();
    }
    Map<String, Field> fields = mistakes.entries(field, INPUT_FIELDS, "an input's fields");
    GreyValues values = mistakes.choice(fields.get("values"), GreyValues.MODALITY);
    Field window = fields.get("window");
    if (window != null && values != GreyValues.DISPLAY) {
      mistakes.add(
          window.line(),
          window.path(),
          "must be used with 'values: display', but is used with 'values: "
              + values
              + "'; change that, or leave the window out");
    }
    boolean lenient = mistakes.flag(fields.get("lenient"));
    boolean strict = mistakes.flag(fields.get("strict"));
    Field asked = fields.get("strict");
    if (lenient && strict && asked != null) {
      mistakes.add(
          asked.line(),
          asked.path(),
          "must not be used with 'lenient: true', but is used with it; leave one of them out");
    }
    Field frame = fields.get("frame");
    return new RecipeInput(
        values,
        mistakes.text(window),
        frame == null
            ? OptionalInt.empty()
            : OptionalInt.of(mistakes.whole(frame, 1, Integer.MAX_VALUE, "count from 1")),
        lenient,
        strict && !lenient,
        mistakes.flag(fields.get("invert")),
        range(fields.get("range")));
  }

  /// `0..4095`
  private Optional<GreyScale> range(@Nullable Field field) {
    if (field == null) {
      return Optional.empty();
    }
    String[] ends = field.text().orElse("").split("\\.\\.", -1);
    try {
      if (ends.length == 2) {
        return Optional.of(new GreyScale(Double.parseDouble(ends[0]), Double.parseDouble(ends[1])));
      }
    } catch (NumberFormatException noNumbers) {
      // Told below.
    } catch (InvalidInputException rule) {
      mistakes.add(field.line(), field.path(), rule);
      return Optional.empty();
    }
    mistakes.add(field, "must be the lowest and the highest grey level", "write it like 0..4095");
    return Optional.empty();
  }

  /// `256`, or `{bins: 256, min: 0, max: 255}`.
  private Optional<RecipeHistogram> histogram(@Nullable Field field) {
    if (field == null) {
      return Optional.empty();
    }
    Map<String, Field> fields =
        field.text().isPresent()
            ? Map.of("bins", field)
            : mistakes.entries(field, HISTOGRAM_FIELDS, "a histogram's fields");
    Field bins = fields.get("bins");
    if (bins == null) {
      mistakes.add(
          field.line(), "histogram.bins", "must be given, but is missing; write bins: 256");
      return Optional.empty();
    }
    int count = mistakes.whole(bins, 1, RecipeHistogram.MOST_BINS, "256 suits 8 bits");
    try {
      return Optional.of(
          new RecipeHistogram(
              count, mistakes.number(fields.get("min")), mistakes.number(fields.get("max"))));
    } catch (InvalidInputException rule) {
      mistakes.add(field.line(), field.path(), rule);
      return Optional.empty();
    }
  }
}
