package penumbra.dicom;

import java.util.ArrayList;
import java.util.List;

/// What is odd about a file: a bounded list of lines.
final class Notes {
  private static final int MOST = 100;

  private final List<String> lines = new ArrayList<>();
  private int left;

  /// Adds a line, its control characters made visible, unless it is there or there are too many.
  void add(String line) {
    String clean = line.replaceAll("[\\p{Cntrl}\u2028\u2029]", "?");
    if (lines.size() < MOST) {
      if (!lines.contains(clean)) {
        lines.add(clean);
      }
    } else {
      left++;
    }
  }

  List<String> lines() {
    if (left == 0) {
      return List.copyOf(lines);
    }
    List<String> all = new ArrayList<>(lines);
    all.add("And " + left + " more oddities of the kind.");
    return all;
  }
}
