package penumbra.figure.canvas;

import java.util.ArrayList;
import java.util.List;

/// Typeface, size in points and colour of a text, and how it breaks into lines.
public record TextStyle(Typeface face, double size, int rgb) {
  /// Of capitals, in units of the size; Inter's.
  private static final double CAPITAL_HEIGHT = 1490.0 / 2048;

  private static final double LINE_HEIGHT = 1.28;
  private static final double[] SHRINKING = {1, 0.92, 0.85, 0.78};
  private static final String ELLIPSIS = "…";

  /// A text broken into lines of one style.
  public record Lines(TextStyle style, List<String> lines) {
    public double height() {
      return lines.size() * style.lineHeight();
    }
  }

  public double width(String text) {
    return face.width(text, size);
  }

  public double lineHeight() {
    return size * LINE_HEIGHT;
  }

  /// The height of digits and capitals above the baseline.
  public double capitalHeight() {
    return size * CAPITAL_HEIGHT;
  }

  /// The text within `width` and in at most `most` lines: wrapped between words, then shrunk, at
  /// last cut off with an ellipsis.
  public Lines fit(String text, double width, int most) {
    if (text.isBlank()) {
      return new Lines(this, List.of());
    }
    TextStyle style = this;
    List<String> lines = List.of();
    for (double factor : SHRINKING) {
      style = new TextStyle(face, size * factor, rgb);
      lines = style.wrap(text, width);
      if (lines.size() <= most && style.holds(lines, width)) {
        return new Lines(style, style.balanced(text, width, lines.size()));
      }
    }
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < Math.min(most, lines.size()); i++) {
      kept.add(style.cut(lines.get(i), width, i == most - 1 && lines.size() > most));
    }
    return new Lines(style, kept);
  }

  private boolean holds(List<String> lines, double width) {
    return lines.stream().allMatch(line -> width(line) <= width);
  }

  /// The narrowest setting in no more lines, so that no word stands alone in the last.
  private List<String> balanced(String text, double width, int count) {
    double narrow = width / 2;
    double wide = width;
    while (count > 1 && wide - narrow > 1) {
      double middle = (narrow + wide) / 2;
      List<String> lines = wrap(text, middle);
      if (lines.size() <= count && holds(lines, middle)) {
        wide = middle;
      } else {
        narrow = middle;
      }
    }
    return wrap(text, wide);
  }

  /// Words are never torn; a path or a long name may break behind `/`, `-`, `_` and `.`.
  private List<String> wrap(String text, double width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.strip().split("\\R", -1)) {
      var line = new StringBuilder();
      for (String piece : paragraph.strip().split("(?<=\\s)|(?<=\\S[/_.-])(?=\\p{L})", -1)) {
        if (!line.isEmpty() && width((line + piece).stripTrailing()) > width) {
          lines.add(line.toString().stripTrailing());
          line.setLength(0);
        }
        line.append(piece);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private String cut(String line, double width, boolean more) {
    if (!more && width(line) <= width) {
      return line;
    }
    int end = line.length();
    while (end > 1 && width(line.substring(0, end).stripTrailing() + ELLIPSIS) > width) {
      end = line.offsetByCodePoints(end, -1);
    }
    return line.substring(0, end).stripTrailing() + ELLIPSIS;
  }
}
