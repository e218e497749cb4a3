package penumbra.catalogue;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import penumbra.catalogue.Parameter.Kind;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Describe;
import penumbra.core.InvalidInputException;
import penumbra.core.OutputType;
import penumbra.core.PerAxis;

/// A component of a filter's record, with the parameters that users write for it (two for a
/// [Boundary], one for anything else), and how its value is parsed.
///
/// @param parameters what users write
/// @param reader gives the component's value for the text of each of the parameters, by name
record Component(List<Parameter> parameters, Function<Map<String, String>, Object> reader) {
  private static final String CVAL = "cval";
  private static final Describe ABOUT_CVAL =
      description(Boundary.Constant.class.getRecordComponents()[0]);
  private static final List<String> YES_OR_NO = List.of("false", "true");

  /// The component with the default value `standard`.
  static Component of(RecordComponent component, Object standard) {
    String name = Spelling.kebab(component.getName());
    Describe about = description(component);
    return switch (standard) {
      case Double number ->
          single(
              parameter(name, Kind.NUMBER, Numbers.text(number), about),
              text -> number(name, text));
      case Integer number ->
          single(
              parameter(name, Kind.WHOLE_NUMBER, number.toString(), about),
              text -> wholeNumber(name, text));
      case Boolean flag ->
          single(
              choice(name, YES_OR_NO, flag.toString(), about),
              text -> Boolean.valueOf(checked(name, text, YES_OR_NO)));
      case PerAxis<?>(List<?> values) when values.getFirst() instanceof Double ->
          single(
              parameter(name, Kind.NUMBER_PER_AXIS, perAxis(values), about),
              text -> new PerAxis<>(split(text).map(part -> number(name, part)).toList()));
      case PerAxis<?>(List<?> values) when values.getFirst() instanceof Integer ->
          single(
              parameter(name, Kind.WHOLE_NUMBER_PER_AXIS, perAxis(values), about),
              text -> new PerAxis<>(split(text).map(part -> wholeNumber(name, part)).toList()));
      case Boundary boundary -> ofBoundary(name, boundary, about);
      case OutputType type ->
          single(
              choice(name, outputTypes(), type.toString(), about),
              text -> OutputType.parse(checked(name, text, outputTypes())));
      case Enum<?> constant -> ofEnum(name, constant, about);
      default ->
          throw new IllegalStateException(
              component + ": the catalogue knows no text for the type of this component");
    };
  }

  /// Whether users can write values such as this one.
  static boolean isWritable(Object value) {
    return switch (value) {
      case Double _, Integer _, Boolean _, Boundary _, OutputType _, Enum<?> _ -> true;
      case PerAxis<?>(List<?> values) ->
          values.stream().allMatch(Double.class::isInstance)
              || values.stream().allMatch(Integer.class::isInstance);
      default -> false;
    };
  }

  /// Whether there is a text that says what the component is for.
  static boolean isDescribed(RecordComponent component) {
    return describe(component) != null;
  }

  private static Component single(Parameter parameter, Function<String, Object> reader) {
    String name = parameter.name();
    return new Component(
        List.of(parameter), values -> reader.apply(Objects.requireNonNull(values.get(name))));
  }

  private static Component ofBoundary(String name, Boundary boundary, Describe about) {
    List<Parameter> parameters =
        List.of(
            choice(name, Boundary.NAMES, boundary.label(), about),
            parameter(CVAL, Kind.NUMBER, Numbers.text(boundary.outside()), ABOUT_CVAL));
    return new Component(
        parameters,
        values -> {
          String label = Objects.requireNonNull(values.get(name));
          double outside = number(CVAL, Objects.requireNonNull(values.get(CVAL)));
          return Boundary.named(checked(name, label, Boundary.NAMES), outside);
        });
  }

  private static Component ofEnum(String name, Enum<?> standard, Describe about) {
    List<Enum<?>> constants = List.of(standard.getDeclaringClass().getEnumConstants());
    List<String> names = constants.stream().map(Component::nameOf).toList();
    return single(
        choice(name, names, nameOf(standard), about),
        text -> constants.get(names.indexOf(checked(name, text, names))));
  }

  private static String nameOf(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static Describe description(RecordComponent component) {
    return Objects.requireNonNull(
        describe(component), () -> component + " has no @Describe, nor has its type");
  }

  private static @Nullable Describe describe(RecordComponent component) {
    @Nullable Describe own = component.getAnnotation(Describe.class);
    return own != null ? own : component.getType().getAnnotation(Describe.class);
  }

  private static Parameter parameter(String name, Kind kind, String standard, Describe about) {
    return new Parameter(
        name, kind, about.unit(), about.min(), about.max(), List.of(), standard, about.value());
  }

  private static Parameter choice(
      String name, List<String> choices, String standard, Describe about) {
    return new Parameter(
        name, Kind.NAME, "", about.min(), about.max(), choices, standard, about.value());
  }

  private static List<String> outputTypes() {
    List<String> names = new ArrayList<>();
    names.add(OutputType.DEFAULT.toString());
    names.add(OutputType.SAME.toString());
    for (DType type : DType.values()) {
      names.add(type.label());
    }
    return names;
  }

  private static String perAxis(List<?> values) {
    return String.join(
        ",", values.stream().map(v -> Numbers.text(((Number) v).doubleValue())).toList());
  }

  private static java.util.stream.Stream<String> split(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip);
  }

  private static double number(String name, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw InvalidInputException.of(
          name, "must be a number", "'" + text + "'", "write it like 1.5");
    }
  }

  private static int wholeNumber(String name, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw InvalidInputException.of(
          name, "must be a whole number", "'" + text + "'", "write it like 1");
    }
  }

  private static String checked(String name, String text, List<String> choices) {
    if (choices.contains(text)) {
      return text;
    }
    throw InvalidInputException.of(
        name,
        "must be one of " + String.join(", ", choices),
        "'" + text + "'",
        Spelling.nearest(text, choices)
            .map(near -> "did you mean '" + near + "'?")
            .orElse("name one of these"));
  }
}
