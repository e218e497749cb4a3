package penumbra.catalogue;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import penumbra.core.Describe;
import penumbra.core.Filter;

/// A filter in words: the operation's name and its parameters, or, for a filter that is not in the
/// [Catalogue], what its record shows.
///
/// ```
/// FilterDescription description = FilterDescription.of(Gaussian.of(2)); // catalogue or not
/// description.name(); // gaussian
/// ```
///
/// @param name in kebab-case
/// @param values one for each parameter
public record FilterDescription(String name, List<Value> values) {
  /// A parameter's value.
  ///
  /// @param name in kebab-case
  /// @param text as users write it
  /// @param unit what it is counted in; empty for names and bare numbers
  public record Value(String name, String text, String unit) {}

  public FilterDescription {
    values = List.copyOf(values);
  }

  /// The description of `filter`.
  public static FilterDescription of(Filter filter) {
    return Catalogue.find(filter)
        .map(operation ->
            new FilterDescription(operation.name(), values(operation.parametersOf(filter))))
        .orElseGet(() -> new FilterDescription(nameOf(filter), valuesOf(filter)));
  }

  private static List<Value> values(List<Parameter> parameters) {
    return parameters.stream()
        .map(parameter -> new Value(parameter.name(), parameter.standard(), parameter.unit()))
        .toList();
  }

  /// A lambda's class has no name that says anything.
  private static String nameOf(Filter filter) {
    Class<?> type = filter.getClass();
    String name = type.isHidden() ? "" : type.getSimpleName();
    return name.isEmpty() ? "filter" : Spelling.kebab(name).replaceFirst("^-", "");
  }

  private static List<Value> valuesOf(Filter filter) {
    if (!filter.getClass().isRecord()) {
      return List.of();
    }
    List<Value> values = new ArrayList<>();
    for (RecordComponent component : filter.getClass().getRecordComponents()) {
      Optional<Object> value = read(component, filter);
      if (value.isEmpty()) {
        return List.of(new Value("record", filter.toString(), ""));
      }
      values.addAll(valuesOf(component, value.get()));
    }
    return values;
  }

  private static List<Value> valuesOf(RecordComponent component, Object value) {
    if (Component.isDescribed(component) && Component.isWritable(value)) {
      return values(Component.of(component, value).parameters());
    }
    @Nullable Describe about = component.getAnnotation(Describe.class);
    String unit = about == null ? "" : about.unit();
    return List.of(new Value(Spelling.kebab(component.getName()), value.toString(), unit));
  }

  /// Empty where the record is hidden from Penumbra, or gives nothing.
  private static Optional<Object> read(RecordComponent component, Filter filter) {
    Method accessor = component.getAccessor();
    try {
      return accessor.trySetAccessible()
          ? Optional.ofNullable(accessor.invoke(filter))
          : Optional.empty();
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }
}
