package penumbra.io.format;

import java.util.Optional;
import java.util.OptionalInt;
import penumbra.core.InvalidInputException;
import penumbra.core.display.Window;

/// How a result was made of its source.
///
/// ```
/// Derivation derivation =
///     new Derivation(
///         "gaussian",
///         "gaussian: sigma 2 elements",
///         recipe,
///         "0.1.0",
///         ValueScale.MODALITY,
///         Optional.empty(),
///         Optional.of(CodedTerm.dicom("113088", "Gaussian blur")),
///         OptionalInt.empty());
/// ```
///
/// @param operation its name, for the series' description
/// @param description the operation with its parameters in words, ASCII of at most 1024 characters
/// @param recipe the same for programs, ASCII; with the version it tells whether two results were
///   made alike
/// @param version of Penumbra
/// @param scale on which scale the result's values are
/// @param window how the result is to be seen; where it is empty, through its source's windows if
///   these hold, else from its smallest to its largest value
/// @param code the standard's code for the kind of operation, where it has one
/// @param frame which frame of a source of several it is made of, from 1
public record Derivation(
    String operation,
    String description,
    String recipe,
    String version,
    ValueScale scale,
    Optional<Window> window,
    Optional<CodedTerm> code,
    OptionalInt frame) {
  private static final int LONGEST_DESCRIPTION = 1024;

  public Derivation {
    requireAscii("an operation's name", operation);
    requireAscii("a derivation's description", description);
    requireAscii("a recipe", recipe);
    if (description.length() > LONGEST_DESCRIPTION) {
      throw InvalidInputException.of(
          "a derivation's description",
          "must have at most 1024 characters",
          description.length() + " characters",
          "shorten it");
    }
  }

  private static void requireAscii(String what, String text) {
    if (!text.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '\\')) {
      throw InvalidInputException.of(
          what,
          "must be ASCII without \\ and control characters",
          "'" + text + "'",
          "write it otherwise");
    }
  }
}
