package penumbra.pipeline.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import penumbra.core.InvalidInputException;
import penumbra.pipeline.Catalogue;

/// Reads lists of steps: `gaussian`, or `gaussian: {sigma: 2}`.
final class StepParser {
  private final Mistakes mistakes;

  StepParser(Mistakes mistakes) {
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
    Optional<String> alone = item.text();
    if (alone.isPresent()) {
      return build(alone.get(), item, Map.of());
    }
    Map<String, Field> one = item.entries(_ -> {}).orElse(Map.of());
    if (one.size() != 1) {
      mistakes.add(item, "must be one operation", "write '- gaussian' or '- gaussian: {sigma: 2}'");
      return Optional.empty();
    }
    Map.Entry<String, Field> named = one.entrySet().iterator().next();
    boolean bare = named.getValue().text().filter(String::isEmpty).isPresent();
    Map<String, Field> parameters =
        bare
            ? Map.of()
            : mistakes.entries(named.getValue(), List.of(), "the parameters of " + named.getKey());
    return build(named.getKey(), named.getValue(), parameters);
  }

  private Optional<Step> build(String operation, Field at, Map<String, Field> parameters) {
    if (!Catalogue.names().contains(operation)) {
      List<String> names = Catalogue.names();
      mistakes.add(
          at.line(),
          at.path(),
          "must be one of %s, but is '%s'; %s"
              .formatted(String.join(", ", names), operation, Near.remedy(operation, names)));
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    parameters.forEach((name, field) -> values.put(name, value(field)));
    try {
      return Optional.of(new Step(operation, values));
    } catch (InvalidInputException rule) {
      Field cause = cause(operation, parameters, values, rule).orElse(at);
      mistakes.add(cause.line(), cause.path(), rule);
      return Optional.empty();
    }
  }

  /// The parameter that breaks the same rule by itself.
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

  /// As the command line has it, where a list of values for the axes is written with commas.
  private String value(Field field) {
    Optional<List<Field>> items = field.items();
    if (items.isPresent()) {
      return String.join(",", items.get().stream().map(item -> item.text().orElse("?")).toList());
    }
    if (field.text().isEmpty()) {
      mistakes.add(field, "must be a value or a list of values", "write it as 2 or [2, 1]");
    }
    return field.text().orElse("");
  }
}
