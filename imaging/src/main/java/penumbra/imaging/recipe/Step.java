package penumbra.imaging.recipe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import penumbra.catalogue.Catalogue;
import penumbra.catalogue.OperationCall;
import penumbra.catalogue.Parameter;
import penumbra.core.Filter;
import penumbra.core.Radiograph;

/// One operation of a recipe.
///
/// ```
/// Step smooth = new Step("gaussian", Map.of("sigma", "2"));
/// Step inMillimetres = new Step("gaussian", Map.of("sigma", "2mm"));
/// ```
///
/// @param operation its name in the [Catalogue]
/// @param values the parameters that the recipe gives, by name; all others have their defaults
public record Step(String operation, Map<String, String> values) {
  public Step {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
    new OperationCall(Catalogue.operation(operation), values); // the constructor checks them
  }

  OperationCall call() {
    return new OperationCall(Catalogue.operation(operation), values);
  }

  /// The filter for an image of 8 bits with a spacing of 1 mm; the same for every image unless
  /// [#hasLengths] or [#hasShares].
  public Filter filter() {
    return call().bare();
  }

  /// Whether parameters are lengths in millimetres, so that the filter depends on the image.
  public boolean hasLengths() {
    return !call().lengths().isEmpty();
  }

  /// Whether parameters are shares of the grey scale, so that the filter depends on the image.
  public boolean hasShares() {
    return !call().shares().isEmpty();
  }

  /// The filter for `image`; where [#hasShares], the image must state its scale.
  public Filter on(Radiograph image) {
    return call().onKnownScale(image);
  }

  /// All parameters with their values, including defaults.
  public List<Parameter> parameters() {
    OperationCall call = call();
    Map<String, String> written = new LinkedHashMap<>(call.lengths());
    written.putAll(call.shares());
    return call.operation().parametersOf(call.bare()).stream()
        .map(parameter ->
            parameter.withStandard(written.getOrDefault(parameter.name(), parameter.standard())))
        .toList();
  }

  /// All parameters, each in its canonical form.
  Map<String, Object> toJson() {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Parameter parameter : parameters()) {
      all.put(parameter.name(), parameter.standard());
    }
    return Map.of(operation, all);
  }
}
