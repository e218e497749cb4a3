package penumbra.imaging.recipe;

import java.util.List;
import penumbra.catalogue.Spelling;

/// The advice for an unknown name.
final class NearestName {
  private NearestName() {}

  static String remedy(String typed, List<String> known) {
    return Spelling.nearest(typed, known)
        .map(near -> "did you mean '" + near + "'?")
        .orElse("choose one of these");
  }
}
