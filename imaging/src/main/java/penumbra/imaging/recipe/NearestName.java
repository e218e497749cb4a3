package penumbra.imaging.recipe;

import java.util.List;
import penumbra.catalogue.Spelling;

/// What to advise where a name is none of those known.
final class NearestName {
  private NearestName() {}

  static String remedy(String typed, List<String> known) {
    return Spelling.nearest(typed, known)
        .map(near -> "did you mean '" + near + "'?")
        .orElse("choose one of these");
  }
}
