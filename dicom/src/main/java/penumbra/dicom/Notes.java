package penumbra.dicom;

import java.util.ArrayList;
import java.util.List;

/// What is odd about a file: a bounded list of lines.
final class Notes {
  private static final int MOST = 100;
  private static final int LONGEST = 300;

  private final List<String> lines = new ArrayList<>();
  private int left;

  /// Adds a line, its control characters made visible, unless it is there or there are too many.
  void add(String line) {
    String clean = clean(line);
    if (lines.size() < MOST) {
      if (!lines.contains(clean)) {
        lines.add(clean);
      }
    } else {
      left++;
    }
  }

  /// Text of a foreign file, fit for a line: control characters become `?`, and what is longer than
  /// a person reads is cut.
  static String clean(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\u0080-\u009F\u2028\u2029]", "?");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
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
