package penumbra.imaging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import penumbra.catalogue.FilterDescription;
import penumbra.core.Chain;
import penumbra.core.Filter;
import penumbra.io.format.GreyValues;

/// The operations that made a result, with their parameters, for a DICOM object.
///
/// The recipe is the name of each operation, the values that it worked on and all parameters, as
/// JSON on one line, so that two results of one recipe can be recognised.
///
/// @param steps one for each operation, in order
record DerivationSteps(List<FilterDescription> steps) {
  private static final String AND_THEN = " + ";

  /// The largest length of a series' description.
  private static final int LONGEST_NAME = 64;

  /// The largest length of a derivation's description.
  private static final int LONGEST_DESCRIPTION = 1024;

  DerivationSteps {
    steps = List.copyOf(steps);
  }

  static DerivationSteps of(Filter filter) {
    List<Filter> filters =
        filter instanceof Chain(List<Filter> several) ? several : List.of(filter);
    return new DerivationSteps(filters.stream().map(FilterDescription::of).toList());
  }

  /// `gaussian + sobel-magnitude`; for many operations, the first ones and the number of the
  /// others.
  String name() {
    String all = String.join(AND_THEN, names());
    if (all.length() <= LONGEST_NAME) {
      return all;
    }
    String rest = steps.size() == 1 ? "" : AND_THEN + (steps.size() - 1) + " more";
    String first = names().getFirst();
    return first.substring(0, Math.min(first.length(), LONGEST_NAME - rest.length())) + rest;
  }

  private List<String> names() {
    return steps.stream().map(FilterDescription::name).toList();
  }

  /// In words; without the parameters if the description would be too long.
  String description(GreyValues values) {
    String of = " of " + values + " values";
    if (steps.size() == 1) {
      String words = words(steps.getFirst());
      return upTo(name() + of + (words.isEmpty() ? "" : ": " + words), name() + of);
    }
    List<String> each = new ArrayList<>();
    for (FilterDescription step : steps) {
      String words = words(step);
      each.add(step.name() + (words.isEmpty() ? "" : ": " + words));
    }
    return upTo(name() + of + ". " + String.join("; ", each), name() + of);
  }

  private static String upTo(String whole, String part) {
    return whole.length() <= LONGEST_DESCRIPTION ? whole : part;
  }

  private static String words(FilterDescription step) {
    return step.values().stream().map(DerivationSteps::words).collect(Collectors.joining(", "));
  }

  private static String words(FilterDescription.Value value) {
    String unit = value.unit().isEmpty() ? "" : " " + value.unit();
    return value.name() + " " + value.text() + unit;
  }

  String recipe(GreyValues values) {
    if (steps.size() == 1) {
      return recipe(name(), values, parameters(steps.getFirst()));
    }
    List<Map<String, Object>> each = new ArrayList<>();
    for (FilterDescription step : steps) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("operation", step.name());
      one.put("parameters", parameters(step));
      each.add(one);
    }
    Map<String, Object> recipe = new LinkedHashMap<>();
    recipe.put("values", values.toString());
    recipe.put("steps", each);
    return onOneLine(recipe);
  }

  private static Map<String, Object> parameters(FilterDescription step) {
    Map<String, Object> values = new LinkedHashMap<>();
    step.values().forEach(value -> values.put(value.name(), value.text()));
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
