package penumbra.catalogue;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import penumbra.core.Filter;
import penumbra.core.InvalidInputException;
import penumbra.core.Reference;
import penumbra.core.Summary;

/// A filter with a name for users. Everything about it comes from its record: the components are
/// the parameters, their [penumbra.core.Describe] is the help, and the constructor checks the
/// values.
///
/// ```
/// Operation gaussian = Operation.of("gaussian", Gaussian.of(1));
/// Filter filter = gaussian.build(Map.of("sigma", "1.5,2", "boundary", "mirror"));
/// ```
public final class Operation {
  private final String name;
  private final Filter standard;

  /// The parameters whose defaults are shares of the grey scale.
  private final List<String> shares;

  /// Cached, because Java parses the annotations again for each component object.
  private final List<RecordComponent> record;

  /// The cached result of [#components].
  private volatile @Nullable List<Component> components;

  /// The cached result of [#parameters].
  private volatile @Nullable List<Parameter> parameters;

  private Operation(String name, Filter standard, List<String> shares) {
    if (!standard.getClass().isRecord()) {
      throw new IllegalArgumentException(name + ": only a record shows its parameters");
    }
    this.name = name;
    this.standard = standard;
    this.shares = List.copyOf(shares);
    record = List.of(standard.getClass().getRecordComponents());
  }

  /// The operation of that name, in kebab-case. Names are stable, since recipes and scripts use
  /// them.
  ///
  /// @param standard the filter with its default parameters, a record
  public static Operation of(String name, Filter standard) {
    return new Operation(name, standard, List.of());
  }

  /// The same operation, whose defaults for these parameters are shares of the image's grey scale:
  /// the filter's own values as they are for 8 bits.
  Operation onAnyScale(String... parameters) {
    return new Operation(name, standard, List.of(parameters));
  }

  /// In kebab-case.
  public String name() {
    return name;
  }

  /// The filter with its default parameters.
  public Filter standard() {
    return standard;
  }

  /// One line that says what it does.
  public String summary() {
    Class<?> type = standard.getClass();
    return Objects.requireNonNull(
            type.getAnnotation(Summary.class), () -> type + " has no @Summary")
        .value();
  }

  /// Where the filter comes from: a publication, a standard or another program's function; empty
  /// where its author tells of none.
  public Optional<String> reference() {
    return Optional.ofNullable(standard.getClass().getAnnotation(Reference.class))
        .map(Reference::value);
  }

  /// The parameters, in the order of the record's components.
  public List<Parameter> parameters() {
    List<Parameter> known = parameters;
    if (known == null) {
      known =
          parameters(components()).stream()
              .map(parameter ->
                  shares.contains(parameter.name())
                      ? parameter.withStandard(parameter.standard() + "/255")
                      : parameter)
              .toList();
      parameters = known;
    }
    return known;
  }

  /// The same with the values of `filter`, of the same record, as defaults.
  public List<Parameter> parametersOf(Filter filter) {
    return parameters(components(filter));
  }

  private static List<Parameter> parameters(List<Component> components) {
    List<Parameter> all = new ArrayList<>();
    components.forEach(component -> all.addAll(component.parameters()));
    return all;
  }

  /// An example command line.
  public String example() {
    return parameters().stream()
        .filter(parameter -> parameter.kind() != Parameter.Kind.NAME)
        .findFirst()
        .map(parameter -> "--" + parameter.name() + " " + parameter.standard() + " ")
        .map(option -> "penumbra filter " + name + " " + option + "scan.png -o result.png")
        .orElse("penumbra filter " + name + " scan.png -o result.png");
  }

  /// The whole description, for programs.
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("summary", summary());
    reference().ifPresent(source -> json.put("reference", source));
    json.put("parameters", parameters().stream().map(Parameter::toJson).toList());
    json.put("example", example());
    return json;
  }

  /// The filter with these values, by the names of the parameters; missing ones have their
  /// defaults. Shares of the grey scale are those of 8 bits. Throws [InvalidInputException] for an
  /// invalid name or value.
  public Filter build(Map<String, String> values) {
    List<Component> components = components();
    List<Parameter> known = parameters();
    Map<String, String> all = new LinkedHashMap<>();
    known.forEach(p -> all.put(p.name(), p.standard()));
    values.forEach((parameter, value) -> {
      requireKnown(parameter, List.copyOf(all.keySet()));
      all.put(parameter, value);
    });
    known.stream()
        .filter(Parameter::takesShares)
        .forEach(p -> all.computeIfPresent(p.name(), (_, text) -> GreyShares.bare(p, text)));
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
    List<Component> known = components;
    if (known == null) {
      known = components(standard);
      components = known;
    }
    return known;
  }

  private List<Component> components(Filter filter) {
    return record.stream()
        .map(component -> Component.of(component, valueOf(component, filter)))
        .toList();
  }

  static Object valueOf(RecordComponent component, Filter filter) {
    try {
      return Objects.requireNonNull(component.getAccessor().invoke(filter));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }

  private Filter construct(Object[] values) {
    Class<?>[] types = record.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
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

  @Override
  public String toString() {
    return name;
  }
}
