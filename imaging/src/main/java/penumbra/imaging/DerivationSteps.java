package penumbra.imaging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import penumbra.catalogue.Catalogue;
import penumbra.catalogue.Parameter;
import penumbra.core.Chain;
import penumbra.core.Filter;
import penumbra.io.format.GreyValues;

/// The operations that made a result, with their parameters, for a DICOM object.
///
/// The recipe is each operation's name, the values that they worked on and all parameters, as JSON
/// on one line, so that two results of one recipe can be recognised.
///
/// @param filters one for each operation, in their order, of the [Catalogue]
record DerivationSteps(List<Filter> filters) {
  private static final String AND_THEN = " + ";

  /// The largest length of a series' description.
  private static final int LONGEST_NAME = 64;

  /// The largest length of a derivation's description.
  private static final int LONGEST_DESCRIPTION = 1024;

  DerivationSteps {
    filters = List.copyOf(filters);
  }

  static DerivationSteps of(Filter filter) {
    return new DerivationSteps(
        filter instanceof Chain(List<Filter> filters) ? filters : List.of(filter));
  }

  /// `gaussian + sobel-magnitude`; for many operations the first ones and the number of the others.
  String name() {
    String all = String.join(AND_THEN, names());
    return all.length() <= LONGEST_NAME
        ? all
        : names().getFirst() + AND_THEN + (filters.size() - 1) + " more";
  }

  private List<String> names() {
    return filters.stream().map(filter -> Catalogue.operationOf(filter).name()).toList();
  }

  /// In words; without the parameters if the description would be too long.
  String description(GreyValues values) {
    String of = " of " + values + " values";
    if (filters.size() == 1) {
      String words = words(filters.getFirst());
      return name() + of + (words.isEmpty() ? "" : ": " + words);
    }
    List<String> steps = new ArrayList<>();
    for (Filter filter : filters) {
      String words = words(filter);
      steps.add(Catalogue.operationOf(filter).name() + (words.isEmpty() ? "" : ": " + words));
    }
    String whole = name() + of + ". " + String.join("; ", steps);
    return whole.length() <= LONGEST_DESCRIPTION ? whole : name() + of;
  }

  private static String words(Filter filter) {
    return Catalogue.operationOf(filter).parametersOf(filter).stream()
        .map(DerivationSteps::words)
        .collect(Collectors.joining(", "));
  }

  private static String words(Parameter parameter) {
    String unit = parameter.unit().isEmpty() ? "" : " " + parameter.unit();
    return parameter.name() + " " + parameter.standard() + unit;
  }

  String recipe(GreyValues values) {
    if (filters.size() == 1) {
      return recipe(name(), values, parameters(filters.getFirst()));
    }
    List<Map<String, Object>> steps = new ArrayList<>();
    for (Filter filter : filters) {
      Map<String, Object> step = new LinkedHashMap<>();
      step.put("operation", Catalogue.operationOf(filter).name());
      step.put("parameters", parameters(filter));
      steps.add(step);
    }
    Map<String, Object> recipe = new LinkedHashMap<>();
    recipe.put("values", values.toString());
    recipe.put("steps", steps);
    return onOneLine(recipe);
  }

  private static Map<String, Object> parameters(Filter filter) {
    Map<String, Object> values = new LinkedHashMap<>();
    Catalogue.operationOf(filter)
        .parametersOf(filter)
        .forEach(parameter -> values.put(parameter.name(), parameter.standard()));
    return values;
  }

  static String recipe(String operation, GreyValues values, Map<String, Object> parameters) {
    Map<String, Object> recipe = new LinkedHashMap<>();
    recipe.put("operation", operation);
    recipe.put("values", values.toString());
    recipe.put("parameters", parameters);
    return onOneLine(recipe);
  }

  private static String onOneLine(Map<String, Object> recipe) {
    return Json.write(recipe).strip().replaceAll("\n *", " ");
  }
}
