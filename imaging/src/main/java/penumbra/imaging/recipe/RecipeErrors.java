package penumbra.imaging.recipe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import penumbra.core.InvalidInputException;

/// Collects the mistakes in a recipe, and checks its fields.
final class RecipeErrors {
  private static final int MOST = 100;

  /// Ends the search early, because a file may hold a million mistakes.
  static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private TooMany() {
      super("no more is looked for", null, false, false);
    }
  }

  private final List<RecipeError> problems = new ArrayList<>();

  boolean isEmpty() {
    return problems.isEmpty();
  }

  /// All mistakes, in the order of their lines.
  List<RecipeError> all() {
    return problems.stream().sorted(Comparator.comparingInt(RecipeError::line)).toList();
  }

  /// A mistake at a line; `text` begins with its rule.
  void add(int line, String field, String text) {
    String subject = field.isEmpty() ? "the recipe" : field;
    add(new RecipeError(line, field, subject + " " + text));
  }

  /// A mistake in a field, which breaks `rule`.
  void add(Field field, String rule, String remedy) {
    add(field.line(), field.path(), rule + ", but " + field.found() + "; " + remedy);
  }

  /// A mistake that ends the search.
  void stop(Field field, String rule, String remedy) {
    add(field, rule, remedy);
    throw new TooMany();
  }

  /// A mistake that breaks a rule of a filter or of a display.
  void add(int line, String field, InvalidInputException rule) {
    add(new RecipeError(line, field, field + ": " + rule.getMessage()));
  }

  private void add(RecipeError problem) {
    problems.add(problem);
    if (problems.size() == MOST) {
      int last = problems.stream().mapToInt(RecipeError::line).max().orElse(1);
      String rest = "the recipe has " + MOST + " mistakes and maybe more; correct these first";
      problems.add(new RecipeError(last, "", rest));
      throw new TooMany();
    }
  }

  /// The fields of a mapping, which may only be `known` ones.
  Map<String, Field> entries(Field field, List<String> known, String what) {
    Optional<Map<String, Field>> entries = field.entries(this::twice);
    if (entries.isEmpty()) {
      add(field, "must hold " + what, "write them as name: value");
      return Map.of();
    }
    entries
        .get()
        .forEach((key, value) -> {
          if (!known.contains(key)) {
            add(
                value.line(),
                value.path(),
                "must be one of %s, but is '%s'; %s"
                    .formatted(String.join(", ", known), key, NearestName.remedy(key, known)));
          }
        });
    return entries.get();
  }

  /// A name that already occurs in a mapping.
  void twice(Field field) {
    add(field.line(), field.path(), "must be given once, but is given here again; remove one");
  }

  List<Field> items(@Nullable Field field, String what) {
    if (field == null) {
      return List.of();
    }
    Optional<List<Field>> items = field.items();
    if (items.isEmpty()) {
      add(field, "must be a list of " + what, "begin each with a hyphen");
    }
    return items.orElse(List.of());
  }

  /// The text of a field.
  Optional<String> text(@Nullable Field field) {
    if (field == null) {
      return Optional.empty();
    }
    Optional<String> text = field.text().map(String::strip);
    boolean sound = text.isPresent() && text.get().chars().noneMatch(Character::isISOControl);
    if (!sound) {
      add(field, "must be a text without control characters", "write it on one line");
    }
    return text;
  }

  /// Whether the text of a field is no longer than that.
  boolean isShort(Field field, String text, int most, String remedy) {
    if (text.length() > most) {
      add(field, "must be at most " + most + " characters long", remedy);
    }
    return text.length() <= most;
  }

  boolean flag(@Nullable Field field) {
    if (field == null) {
      return false;
    }
    String text = field.text().orElse("");
    if (!text.equals("true") && !text.equals("false")) {
      add(field, "must be true or false", "write one of them");
    }
    return text.equals("true");
  }

  OptionalDouble number(@Nullable Field field) {
    if (field == null) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Double.parseDouble(field.text().orElse("")));
    } catch (NumberFormatException none) {
      add(field, "must be a number", "write it like 1.5");
      return OptionalDouble.empty();
    }
  }

  int whole(Field field, int least, int most, String remedy) {
    try {
      int value = Integer.parseInt(field.text().orElse(""));
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException none) {
      // Reported below.
    }
    String to =
        most == Integer.MAX_VALUE ? "of at least " + least : "from " + least + " to " + most;
    add(field, "must be a whole number " + to, remedy);
    return least;
  }

  /// One of the constants by its name in lower case.
  <E extends Enum<E>> E choice(@Nullable Field field, E standard) {
    List<E> choices = List.of(standard.getDeclaringClass().getEnumConstants());
    return field == null ? standard : choice(field, choices).orElse(standard);
  }

  /// One of `choices` by its name in lower case.
  <T> Optional<T> choice(Field field, List<T> choices) {
    List<String> names =
        choices.stream().map(value -> value.toString().toLowerCase(Locale.ROOT)).toList();
    int index = field.text().map(names::indexOf).orElse(-1);
    if (index >= 0) {
      return Optional.of(choices.get(index));
    }
    add(
        field,
        "must be one of " + String.join(", ", names),
        NearestName.remedy(field.text().orElse(""), names));
    return Optional.empty();
  }
}
