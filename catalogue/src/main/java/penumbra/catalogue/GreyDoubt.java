package penumbra.catalogue;

import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.GreyScale;
import penumbra.core.Radiograph;
import penumbra.core.measure.Extremes;

/// Numbers that are grey levels of 8 bits, given for an image that has another scale.
///
/// They are taken as they stand, since a number is a level of the image; but 150 of 65535 is nearly
/// black, and above 1 there are no fractions. Scales that begin below 0, such as Hounsfield units,
/// are in no doubt.
final class GreyDoubt {
  private static final double WHITE = GreyScale.EIGHT_BITS.upper();

  /// An image that uses less than this part of its scale is in doubt.
  private static final double USED = 8;

  private GreyDoubt() {}

  /// A sentence about the number `text`, if it is in doubt.
  static Optional<String> of(
      Operation operation, Parameter parameter, String text, Radiograph image) {
    double level = Double.parseDouble(text);
    Extremes known = range(image);
    double lower = known.min();
    double upper = known.max();
    boolean deeper = upper > WHITE && level > 0 && level <= WHITE;
    boolean fractions = upper <= 1 && level > 1;
    if (!(lower >= 0 && (deeper || fractions))) {
      return Optional.empty();
    }
    return Optional.of(
        "%s takes %s %s as a grey level of the file, whose levels go from %s to %s; a level of 8"
                .formatted(
                    operation.name(),
                    parameter.name(),
                    Numbers.text(level),
                    Numbers.rounded(lower),
                    Numbers.rounded(upper))
            + " bits is written "
            + Numbers.text(level)
            + "/255");
  }

  /// A sentence about the share `text`, if the image uses so little of its scale that the share may
  /// be far from all of its levels.
  static Optional<String> ofShare(
      Operation operation, Parameter parameter, String text, Radiograph image) {
    if (image.scale().isEmpty() || image.pixels().type() == DType.UINT8) {
      return Optional.empty();
    }
    GreyScale scale = image.scale().get();
    Extremes there = GreyScales.extremes(image.pixels());
    if (!(there.max() - there.min() < scale.width() / USED)) {
      return Optional.empty();
    }
    return Optional.of(
        ("%s takes %s %s of the levels that the file allows, %s to %s, but its levels go from"
                + " %s to %s; display values follow the file's window")
            .formatted(
                operation.name(),
                parameter.name(),
                text,
                Numbers.rounded(scale.lower()),
                Numbers.rounded(scale.upper()),
                Numbers.rounded(there.min()),
                Numbers.rounded(there.max())));
  }

  /// The scale of the image, or the levels that are in it.
  private static Extremes range(Radiograph image) {
    return image
        .scale()
        .map(scale -> new Extremes(scale.lower(), scale.upper()))
        .orElseGet(() -> GreyScales.extremes(image.pixels()));
  }
}
