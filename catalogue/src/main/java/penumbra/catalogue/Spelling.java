package penumbra.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Names as programs write them, and as people mistype them.
public final class Spelling {
  /// Longer than any name is.
  private static final int LONGEST = 100;

  private Spelling() {}

  /// `outputType` as users write it: `output-type`.
  static String kebab(String camelCase) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < camelCase.length(); i++) {
      char c = camelCase.charAt(i);
      if (Character.isUpperCase(c)) {
        text.append('-');
      }
      text.append(Character.toLowerCase(c));
    }
    return text.toString();
  }

  /// The known name that is closest to the mistyped one; none if most letters would have to change.
  /// A name that begins with the typed letters is close, however long it is.
  public static Optional<String> nearest(String typed, Collection<String> known) {
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    return known.stream()
        .filter(name -> distance(typed, name) <= Math.max(2, typed.length() / 2))
        .min(Comparator.comparingInt(name -> distance(typed, name)));
  }

  private static int distance(String typed, String name) {
    boolean begun = typed.length() >= 3 && name.startsWith(typed);
    return begun ? 1 : edits(typed, name);
  }

  /// The smallest number of letters to insert, remove or replace (Levenshtein distance).
  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
