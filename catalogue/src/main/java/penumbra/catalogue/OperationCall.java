package penumbra.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import penumbra.core.Filter;
import penumbra.core.Radiograph;

/// An operation with the values that users wrote for its parameters. Some may be lengths in
/// millimetres, which are converted to elements once an image's spacing is known.
///
/// ```
/// var call = new OperationCall(Catalogue.operation("gaussian"), Map.of("sigma", "2mm"));
/// Filter filter = call.on(scan); // sigma 4 along an axis of 0.5 mm
/// ```
///
/// @param operation the operation
/// @param values by the names of parameters; missing ones have their defaults
public record OperationCall(Operation operation, Map<String, String> values) implements Filtering {
  /// Throws [penumbra.core.InvalidInputException] for values that are invalid for every image.
  public OperationCall {
    values = Map.copyOf(values);
    operation.build(bare(operation, values));
  }

  /// The filter for `image`. Where values are shares of the grey scale, the image must state its
  /// scale, or tell it by its values, see [GreyScales].
  @Override
  public Filter on(Radiograph image) {
    return onKnownScale(shares().isEmpty() ? image : GreyScales.told(image));
  }

  /// The same for the result of other steps, whose values tell nothing: where values are shares of
  /// the grey scale, the image must state it.
  public Filter onKnownScale(Radiograph image) {
    Map<String, String> inElements = new LinkedHashMap<>(values);
    inElements.putAll(shares());
    shared(operation)
        .forEach(parameter ->
            inElements.computeIfPresent(
                parameter.name(), (_, text) -> GreyShares.onScale(parameter, text, image)));
    lengths(operation)
        .forEach(parameter ->
            inElements.computeIfPresent(
                parameter.name(), (_, text) -> Lengths.inElements(parameter, text, image)));
    SharedWindow.adjust(operation, shares().keySet(), inElements, image);
    return operation.build(inElements);
  }

  /// The filter for an image with a spacing of one millimetre; without lengths it is the filter for
  /// every image.
  public Filter bare() {
    return operation.build(bare(operation, values));
  }

  /// The values that are lengths in millimetres, by the names of their parameters, each in its
  /// canonical form.
  public Map<String, String> lengths() {
    Map<String, String> lengths = new LinkedHashMap<>();
    for (Parameter parameter : lengths(operation)) {
      String text = values.getOrDefault(parameter.name(), "");
      if (Lengths.holdsLength(text)) {
        lengths.put(parameter.name(), Lengths.canonical(text));
      }
    }
    return lengths;
  }

  /// The values that are shares of the grey scale, defaults too, by the names of their parameters,
  /// each in its canonical form.
  public Map<String, String> shares() {
    Map<String, String> shares = new LinkedHashMap<>();
    for (Parameter parameter : shared(operation)) {
      String text = values.getOrDefault(parameter.name(), parameter.standard());
      if (GreyShares.isShare(text)) {
        shares.put(parameter.name(), GreyShares.canonical(text));
      }
    }
    return shares;
  }

  @Override
  public boolean needsScale() {
    return !shares().isEmpty() || !levels().isEmpty();
  }

  /// The parameters that are grey levels and for which the user gave a number.
  private List<Parameter> levels() {
    return shared(operation).stream()
        .filter(parameter ->
            values.containsKey(parameter.name())
                && !GreyShares.isShare(values.getOrDefault(parameter.name(), "")))
        .toList();
  }

  /// The grey levels that were given as if `image` had 8 bits, though it has not, each in a
  /// sentence.
  @Override
  public List<String> doubts(Radiograph image) {
    Map<String, String> shares = shares();
    return Stream.concat(
            levels().stream()
                .flatMap(parameter ->
                    GreyDoubt.of(
                        operation, parameter, values.getOrDefault(parameter.name(), ""), image)
                        .stream()),
            shared(operation).stream()
                .filter(parameter -> shares.containsKey(parameter.name()))
                .limit(1)
                .flatMap(parameter ->
                    GreyDoubt.ofShare(
                        operation, parameter, shares.getOrDefault(parameter.name(), ""), image)
                        .stream()))
        .toList();
  }

  private static List<Parameter> shared(Operation operation) {
    return operation.parameters().stream().filter(Parameter::takesShares).toList();
  }

  private static List<Parameter> lengths(Operation operation) {
    return operation.parameters().stream().filter(Parameter::takesLengths).toList();
  }

  /// The values for a spacing of one millimetre.
  private static Map<String, String> bare(Operation operation, Map<String, String> values) {
    Map<String, String> bare = new LinkedHashMap<>(values);
    lengths(operation)
        .forEach(
            parameter -> bare.computeIfPresent(parameter.name(), (_, text) -> Lengths.bare(text)));
    return bare;
  }
}
