package penumbra.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import penumbra.core.InvalidInputException;
import penumbra.core.Radiograph;

/// Lengths in millimetres, as users write them for a parameter that counts elements: `2mm`, or one
/// for each axis, `5mm,2mm,2mm`.
final class Lengths {
  private static final String UNIT = "mm";
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");

  private Lengths() {}

  /// The text with every length as a number without its unit.
  static String bare(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(part -> isLength(part) ? number(part) : part)
        .collect(Collectors.joining(","));
  }

  /// Whether any part of the text is a length.
  static boolean holdsLength(String text) {
    return Arrays.stream(text.split(",", -1)).anyMatch(Lengths::isLength);
  }

  /// The text in its canonical form: `2mm,1`, not `2.0 mm, 1`.
  static String canonical(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(part ->
            isLength(part)
                ? Numbers.text(Double.parseDouble(number(part))) + UNIT
                : Numbers.text(Double.parseDouble(part.strip())))
        .collect(Collectors.joining(","));
  }

  /// The text with every length converted to elements of `image` along its axis.
  static String inElements(Parameter parameter, String text, Radiograph image) {
    List<String> parts = List.of(text.split(",", -1));
    if (!holdsLength(text)) {
      return text;
    }
    List<Double> spacing = spacing(parameter, text, image);
    if (parameter.kind() == Parameter.Kind.NUMBER) {
      return elements(parts.getFirst(), onlySpacing(parameter, text, spacing));
    }
    if (parts.size() != 1 && parts.size() != spacing.size()) {
      throw InvalidInputException.of(
          parameter.name(),
          "must have one value or one for each of the " + spacing.size() + " axes",
          text,
          "give 1 or " + spacing.size() + " values");
    }
    List<String> counted = new ArrayList<>();
    for (int axis = 0; axis < spacing.size(); axis++) {
      counted.add(elements(parts.get(parts.size() == 1 ? 0 : axis), spacing.get(axis)));
    }
    return String.join(",", counted);
  }

  private static List<Double> spacing(Parameter parameter, String text, Radiograph image) {
    if (image.spacing().isEmpty()) {
      throw InvalidInputException.of(
          parameter.name(),
          "must be in " + parameter.unit() + " for an image whose spacing is not known",
          text,
          "write it without mm, like 1.5");
    }
    return image.spacing();
  }

  /// A parameter with one number for all axes is the same length along each only if they have the
  /// same spacing.
  private static double onlySpacing(Parameter parameter, String text, List<Double> spacing) {
    double any = spacing.getLast();
    // Of a stack of images, each on its own, the last two axes count.
    List<Double> inPlane = spacing.subList(Math.max(0, spacing.size() - 2), spacing.size());
    if (!inPlane.stream().allMatch(other -> Math.abs(other - any) <= 1e-6 * any)) {
      throw InvalidInputException.of(
          parameter.name(),
          "must be in "
              + parameter.unit()
              + " for an image whose axes differ in spacing, "
              + inPlane,
          text,
          "write it without mm, like 1.5");
    }
    return any;
  }

  private static boolean isLength(String part) {
    String text = part.strip();
    return text.endsWith(UNIT) && NUMBER.matcher(number(text)).matches();
  }

  private static String number(String part) {
    String text = part.strip();
    return text.substring(0, text.length() - UNIT.length()).strip();
  }

  private static String elements(String part, double spacing) {
    return isLength(part) ? Double.toString(Double.parseDouble(number(part)) / spacing) : part;
  }
}
