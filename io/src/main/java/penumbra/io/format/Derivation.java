package penumbra.io.format;

import java.util.Optional;
import java.util.OptionalInt;
import penumbra.core.InvalidInputException;
import penumbra.core.display.Window;

/// How a result was made from its source.
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
/// @param recipe the same for programs, ASCII; with the version it says whether two results were
///   made in the same way
/// @param version of Penumbra
/// @param scale the scale of the result's values
/// @param window the window for display; if it is empty, the source's windows if they still apply,
///   else from the smallest to the largest value
/// @param code the standard's code for the kind of operation, if it has one
/// @param frame the frame of a multi-frame source, from 1
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
