package penumbra.imaging.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import penumbra.catalogue.Catalogue;
import penumbra.catalogue.Parameter;
import penumbra.core.InvalidInputException;

/// Reads lists of steps: `gaussian`, or `gaussian: {sigma: 2}`.
final class StepParser {
  /// The limit for all outputs together. With YAML's aliases, a few bytes can repeat a list many
  /// times.
  private static final int MOST_STEPS = 250;

  /// The longest text of all values of a parameter: a few numbers.
  private static final int LONGEST_VALUE = 100;

  private final RecipeErrors mistakes;
  private int count;

  StepParser(RecipeErrors mistakes) {
    this.mistakes = mistakes;
  }

  List<Step> steps(@Nullable Field field) {
    List<Step> steps = new ArrayList<>();
    for (Field item : mistakes.items(field, "steps")) {
      step(item).ifPresent(steps::add);
    }
    return steps;
  }

  private Optional<Step> step(Field item) {
    if (++count > MOST_STEPS) {
      mistakes.stop(
          item,
          "must be one of at most " + MOST_STEPS + " operations in all",
          "split the recipe into several");
    }
    Optional<String> alone = item.text();
    if (alone.isPresent()) {
      return build(alone.get(), item, Map.of());
    }
    Map<String, Field> one = item.entries(mistakes::twice).orElse(Map.of());
    if (one.size() != 1) {
      mistakes.add(item, "must be one operation", "write '- gaussian' or '- gaussian: {sigma: 2}'");
      return Optional.empty();
    }
    Map.Entry<String, Field> named = one.entrySet().iterator().next();
    Field given = named.getValue();
    return build(named.getKey(), given, parameters(named.getKey(), given));
  }

  /// The values of the operation's parameters; all others are reported.
  private Map<String, Field> parameters(String operation, Field field) {
    boolean bare = field.text().filter(String::isEmpty).isPresent();
    if (bare || !Catalogue.names().contains(operation)) {
      return Map.of();
    }
    List<String> known =
        Catalogue.operation(operation).parameters().stream().map(Parameter::name).toList();
    Map<String, Field> given =
        new LinkedHashMap<>(mistakes.entries(field, known, "the parameters of " + operation));
    given.keySet().retainAll(known);
    return given;
  }

  private Optional<Step> build(String operation, Field at, Map<String, Field> parameters) {
    if (!Catalogue.names().contains(operation)) {
      List<String> names = Catalogue.names();
      mistakes.add(
          at.line(),
          at.path(),
          "must be one of %s, but is '%s'; %s"
              .formatted(
                  String.join(", ", names), operation, NearestName.remedy(operation, names)));
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    parameters.forEach((name, field) -> value(field).ifPresent(text -> values.put(name, text)));
    try {
      return Optional.of(new Step(operation, values));
    } catch (InvalidInputException rule) {
      Field cause = cause(operation, parameters, values, rule).orElse(at);
      mistakes.add(cause.line(), cause.path(), rule);
      return Optional.empty();
    }
  }

  /// The parameter that breaks the same rule on its own.
  private static Optional<Field> cause(
      String operation,
      Map<String, Field> parameters,
      Map<String, String> values,
      InvalidInputException rule) {
    for (Map.Entry<String, String> value : values.entrySet()) {
      try {
        new Step(operation, Map.of(value.getKey(), value.getValue()));
      } catch (InvalidInputException alone) {
        if (String.valueOf(alone.getMessage()).equals(rule.getMessage())) {
          return Optional.ofNullable(parameters.get(value.getKey()));
        }
      }
    }
    return Optional.empty();
  }

  /// As on the command line, where a list of values for the axes is written with commas.
  private Optional<String> value(Field field) {
    Optional<String> text = field.items().map(StepParser::joined).or(field::text);
    if (text.isEmpty()) {
      mistakes.add(field, "must be a value or a list of values", "write it as 2 or [2, 1]");
    }
    return text.filter(given ->
        mistakes.isShort(field, given, LONGEST_VALUE, "give one value for each axis at most"));
  }

  /// The text, up to the limit: with YAML's aliases, a few bytes can repeat a long text many times.
  private static String joined(List<Field> items) {
    StringJoiner joined = new StringJoiner(",");
    for (Field item : items) {
      if (joined.length() > LONGEST_VALUE) {
        break;
      }
      joined.add(item.text().orElse("?"));
    }
    return joined.toString();
  }
}
