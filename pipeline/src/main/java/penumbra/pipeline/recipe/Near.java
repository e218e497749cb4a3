package penumbra.pipeline.recipe;

import java.util.List;
import penumbra.pipeline.Spelling;

/// What to advise where a name is none of those known.
final class Near {
  private Near() {}

  static String remedy(String typed, List<String> known) {
    return Spelling.nearest(typed, known)
        .map(near -> "did you mean '" + near + "'?")
        .orElse("choose one of these");
  }
}
