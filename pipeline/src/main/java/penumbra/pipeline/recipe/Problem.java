package penumbra.pipeline.recipe;

/// A mistake in a recipe.
///
/// @param line where it stands, from 1
/// @param field the field, as `outputs[0].format`; empty for the recipe as a whole
/// @param sentence the field, rule, value and remedy
public record Problem(int line, String field, String sentence) {
  /// All in one line: `line 7: outputs[0].format must be ...`.
  public String message() {
    return "line " + line + ": " + sentence;
  }
}
