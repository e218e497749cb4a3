package penumbra.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What is odd about a file: a bounded list of lines.
public final class Notes {
  private static final int MOST = 100;
  private static final int LONGEST = 300;

  private final List<String> lines = new ArrayList<>();
  private int left;

  /// Starts without notes.
  public Notes() {}

  /// Adds a line, its control characters made visible, unless it is there.
  public void add(String line) {
    add(() -> line);
  }

  /// The same for a line that is only built if there is room for it, since a damaged file may have
  /// a million oddities.
  public void add(Supplier<String> line) {
    if (lines.size() >= MOST) {
      left++;
      return;
    }
    String clean = clean(line.get());
    if (!lines.contains(clean)) {
      lines.add(clean);
    }
  }

  /// Text from a file, made safe for a line: control characters become `?`, and long text is cut.
  static String clean(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\u0080-\u009F\u2028\u2029]", "?");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }

  /// The lines so far; if some were left out, the last line says how many.
  public List<String> lines() {
    if (left == 0) {
      return List.copyOf(lines);
    }
    List<String> all = new ArrayList<>(lines);
    all.add("And " + left + " more oddities of the kind.");
    return all;
  }
}
