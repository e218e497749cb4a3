package penumbra.pipeline;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import penumbra.core.Filter;
import penumbra.core.InvalidInputException;
import penumbra.core.Summary;

/// A filter as users name it, with all there is to know about it read off its record: the
/// components are the parameters, their [penumbra.core.Describe] is the help, and the constructor
/// checks the values.
///
/// ```
/// Operation gaussian = Operation.of("gaussian", Gaussian.of(1));
/// Filter filter = gaussian.build(Map.of("sigma", "1.5,2", "boundary", "mirror"));
/// ```
///
/// @param name in kebab-case; stable, for recipes and scripts hold it
/// @param standard the filter where users give nothing, a record
public record Operation(String name, Filter standard) {
  public Operation {
    if (!standard.getClass().isRecord()) {
      throw new IllegalArgumentException(name + ": only a record shows its parameters");
    }
  }

  /// The operation of that name.
  public static Operation of(String name, Filter standard) {
    return new Operation(name, standard);
  }

  /// One line that says what it does.
  public String summary() {
    Class<?> type = standard.getClass();
    return Objects.requireNonNull(
            type.getAnnotation(Summary.class), () -> type + " has no @Summary")
        .value();
  }

  /// The parameters, in the order of the record's components.
  public List<Parameter> parameters() {
    return components().stream().flatMap(component -> component.parameters().stream()).toList();
  }

  /// A command line that shows its use.
  public String example() {
    return parameters().stream()
        .filter(parameter -> parameter.kind() != Parameter.Kind.NAME)
        .findFirst()
        .map(parameter -> "--" + parameter.name() + " " + parameter.standard() + " ")
        .map(option -> "penumbra filter " + name + " " + option + "scan.png -o result.png")
        .orElse("penumbra filter " + name + " scan.png -o result.png");
  }

  /// All of it for programs.
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("summary", summary());
    json.put("parameters", parameters().stream().map(Parameter::toJson).toList());
    json.put("example", example());
    return json;
  }

  /// The filter with these values, by the names of the parameters; the standard ones where none is
  /// given. Throws [InvalidInputException] for a name or a value that cannot be.
  public Filter build(Map<String, String> values) {
    List<Component> components = components();
    Map<String, String> all = new LinkedHashMap<>();
    for (Component component : components) {
      component.parameters().forEach(p -> all.put(p.name(), p.standard()));
    }
    values.forEach((parameter, value) -> {
      requireKnown(parameter, List.copyOf(all.keySet()));
      all.put(parameter, value);
    });
    return construct(components.stream().map(component -> component.reader().apply(all)).toArray());
  }

  private void requireKnown(String parameter, List<String> known) {
    if (!known.contains(parameter)) {
      throw InvalidInputException.of(
          "a parameter of " + name,
          "must be one of " + String.join(", ", known),
          "'" + parameter + "'",
          Spelling.nearest(parameter, known)
              .map(near -> "did you mean '" + near + "'?")
              .orElse("name one of these"));
    }
  }

  private List<Component> components() {
    return Arrays.stream(standard.getClass().getRecordComponents())
        .map(component -> Component.of(component, valueOf(component)))
        .toList();
  }

  private Object valueOf(RecordComponent component) {
    try {
      return Objects.requireNonNull(component.getAccessor().invoke(standard));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }

  private Filter construct(Object[] values) {
    Class<?>[] types =
        Arrays.stream(standard.getClass().getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<? extends Filter> constructor = standard.getClass().getConstructor(types);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof InvalidInputException rule
          ? rule
          : new IllegalStateException(name + " cannot be built", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name + " cannot be built", e);
    }
  }
}
