package penumbra.io.format;

import java.util.List;

/// Decoding steps that tell something odd about a file: what was missing and filled in, what the
/// file says and was not done. Commands print them; all other steps only `info` shows.
///
/// ```
/// steps.add(ReadingNotes.of("The file ends early; filled with 0 its last 3 of 20 values."));
/// ReadingNotes.among(image.decodingSteps());
/// ```
public final class ReadingNotes {
  private static final String MARK = "Note: ";

  private ReadingNotes() {}

  /// The step that tells `sentence` as a note.
  public static String of(String sentence) {
    return MARK + sentence;
  }

  /// The notes among the steps, without their mark.
  public static List<String> among(List<String> steps) {
    return steps.stream()
        .filter(step -> step.startsWith(MARK))
        .map(step -> step.substring(MARK.length()))
        .toList();
  }
}
