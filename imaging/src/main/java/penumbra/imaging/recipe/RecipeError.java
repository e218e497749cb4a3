package penumbra.imaging.recipe;

import java.util.regex.Pattern;

/// A mistake in a recipe. Quotes from the file are safe for a terminal: control characters become
/// `?`, and long text is cut.
///
/// @param line its line, from 1
/// @param field the field, as `outputs[0].format`; empty for the recipe as a whole
/// @param sentence the field, rule, value and remedy
public record RecipeError(int line, String field, String sentence) {
  private static final int LONGEST = 800;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\u0080-\u009F\u2028\u2029]");

  public RecipeError {
    field = readable(field);
    sentence = readable(sentence);
  }

  private static String readable(String text) {
    String start = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    return CONTROL.matcher(start).replaceAll("?");
  }

  /// All in one line: `line 7: outputs[0].format must be ...`.
  public String message() {
    return "line " + line + ": " + sentence;
  }
}
