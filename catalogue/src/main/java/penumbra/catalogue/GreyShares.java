package penumbra.catalogue;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import penumbra.core.DType;
import penumbra.core.GreyScale;
import penumbra.core.InvalidInputException;
import penumbra.core.Radiograph;

/// Grey levels as users write them for pictures of any depth: `150/255` is what the level 150 is in
/// 8 bits, so 2409 of 12 bits and 0.588 of fractions.
final class GreyShares {
  private static final String NUMBER = "\\s*([-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+))\\s*";
  private static final Pattern SHARE = Pattern.compile(NUMBER + "/" + NUMBER);

  private GreyShares() {}

  /// Whether the text is a share of the grey scale.
  static boolean isShare(String text) {
    Matcher share = SHARE.matcher(text);
    return share.matches() && Double.parseDouble(share.group(2)) > 0;
  }

  /// The text in its canonical form: `150/255`, not `150.0 / 255`.
  static String canonical(String text) {
    Matcher share = matched(text);
    return Numbers.text(Double.parseDouble(share.group(1)))
        + "/"
        + Numbers.text(Double.parseDouble(share.group(2)));
  }

  /// The number for 8 bits; a text that is no share remains.
  static String bare(Parameter parameter, String text) {
    return isShare(text)
        ? Numbers.text(value(parameter, text, GreyScale.EIGHT_BITS, DType.FLOAT64))
        : text;
  }

  /// The number on the scale of `image`; a text that is no share remains.
  static String onScale(Parameter parameter, String text, Radiograph image) {
    if (!isShare(text)) {
      return text;
    }
    Optional<GreyScale> scale = image.scale();
    if (scale.isEmpty()) {
      throw InvalidInputException.of(
          parameter.name(),
          "must be a grey level itself where nothing says from which to which value the levels go",
          "the share " + canonical(text) + " of " + GreyScales.why(image),
          "write the level as a number, or name both ends in a recipe, 'input: {range: 0..4095}'");
    }
    return Double.toString(value(parameter, text, scale.get(), image.pixels().type()));
  }

  private static double value(Parameter parameter, String text, GreyScale scale, DType type) {
    Matcher share = matched(text);
    double part = Double.parseDouble(share.group(1));
    double whole = Double.parseDouble(share.group(2));
    double level = part * scale.width() / whole;
    if (parameter.isLevel()) {
      level += scale.lower();
    } else if (parameter.isLevelFromZero() && scale.lower() != 0) {
      throw InvalidInputException.of(
          parameter.name(),
          "must be a share of levels that begin with 0",
          "a share of levels from " + Numbers.text(scale.lower()),
          "put map-range first, which brings them to begin with 0");
    }
    if (type.isInteger()) {
      // What has the level in 8 bits has the nearest one of a deeper scale.
      boolean deeper = scale.width() >= GreyScale.EIGHT_BITS.width();
      return parameter.isLevel() && deeper ? Math.rint(level) : level;
    }
    // The levels of a picture of fractions are rounded to its type, and so must this one be.
    double[] rounded = {level};
    type.round(rounded, 0, 1);
    return rounded[0];
  }

  private static Matcher matched(String text) {
    Matcher share = SHARE.matcher(text);
    if (!share.matches()) {
      throw new IllegalStateException(text + " is no share");
    }
    return share;
  }
}
