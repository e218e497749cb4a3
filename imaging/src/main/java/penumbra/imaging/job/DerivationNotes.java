package penumbra.imaging.job;

import penumbra.io.format.Derivation;
import penumbra.io.format.ValueScale;

/// The parts of a derivation besides its operations.
final class DerivationNotes {
  /// The largest length of a description.
  private static final int LONGEST = 1024;

  private DerivationNotes() {}

  /// The derivation with an addition, in words if there is room, and for programs.
  static Derivation add(Derivation derivation, String words, String key, String value) {
    String longer = derivation.description() + "; " + words;
    String recipe = derivation.recipe();
    return new Derivation(
        derivation.operation(),
        longer.length() <= LONGEST ? longer : derivation.description(),
        recipe.substring(0, recipe.lastIndexOf('}')).stripTrailing()
            + ", \""
            + key
            + "\": \""
            + value
            + "\" }",
        derivation.version(),
        derivation.scale(),
        derivation.window(),
        derivation.code(),
        derivation.frame());
  }

  /// The derivation of a result whose source was inverted first. Nothing that the source says about
  /// its values then applies to the result.
  static Derivation inverted(Derivation derivation) {
    Derivation noted = add(derivation, "light and dark were exchanged first", "invert", "true");
    return new Derivation(
        noted.operation(),
        noted.description(),
        noted.recipe(),
        noted.version(),
        ValueScale.OWN,
        noted.window(),
        noted.code(),
        noted.frame());
  }
}
