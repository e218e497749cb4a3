package penumbra.pipeline.recipe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import penumbra.core.Filter;
import penumbra.pipeline.Catalogue;
import penumbra.pipeline.Operation;
import penumbra.pipeline.Parameter;

/// One operation of a recipe.
///
/// ```
/// Step smooth = new Step("gaussian", Map.of("sigma", "2"));
/// ```
///
/// @param operation its name in the [Catalogue]
/// @param values the parameters that the recipe gives, by name; the standard ones count for others
public record Step(String operation, Map<String, String> values) {
  public Step {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
    Catalogue.operation(operation).build(values);
  }

  /// The filter.
  public Filter filter() {
    return Catalogue.operation(operation).build(values);
  }

  /// All parameters with their values, the standard ones too.
  public List<Parameter> parameters() {
    return Operation.of(operation, filter()).parameters();
  }

  /// All parameters, each in the one way of writing it.
  Map<String, Object> toJson() {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Parameter parameter : parameters()) {
      all.put(parameter.name(), parameter.standard());
    }
    return Map.of(operation, all);
  }
}
