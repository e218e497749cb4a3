package penumbra.datasets.audit.measure;

import penumbra.core.NdArray;

/// The number of rows and columns at the edges of a picture that are completely black.
///
/// A line is black if all but one pixel in 200 have at most level 8 of 255, so that compression
/// noise does not hide it. The air around a patient is black too, but does not end in a straight
/// line. An added bar does: more than half of the next line is light.
///
/// @param top black rows at the top
/// @param right black columns at the right
/// @param bottom black rows at the bottom
/// @param left black columns at the left
/// @param share the fraction of the picture that they cover
/// @param straight whether one of them, of 1 % of the side or more, ends in a straight line
public record Borders(int top, int right, int bottom, int left, double share, boolean straight) {
  private static final int BLACK = 8;
  private static final int LIGHT = 16;
  private static final int EXCEPT = 200;
  private static final double LEAST = 0.01;

  static Borders of(NdArray levels) {
    int height = levels.length(0);
    int width = levels.length(1);
    byte[] pixels = levels.toBytes();
    int[] blackOfRow = new int[height];
    int[] blackOfColumn = new int[width];
    int[] lightOfRow = new int[height];
    int[] lightOfColumn = new int[width];
    for (int y = 0; y < height; y++) {
      blackOfRow[y] = count(pixels, y * width, BLACK + 1, blackOfColumn);
      lightOfRow[y] = width - count(pixels, y * width, LIGHT + 1, lightOfColumn);
    }
    for (int x = 0; x < width; x++) {
      lightOfColumn[x] = height - lightOfColumn[x];
    }
    int top = leading(blackOfRow, width, 1);
    int bottom = leading(blackOfRow, width, -1);
    int left = leading(blackOfColumn, height, 1);
    int right = leading(blackOfColumn, height, -1);
    if (top == height || left == width) {
      return new Borders(0, 0, 0, 0, 0, false); // a black picture has no border
    }
    boolean straight =
        ends(lightOfRow, width, top, 1)
            || ends(lightOfRow, width, bottom, -1)
            || ends(lightOfColumn, height, left, 1)
            || ends(lightOfColumn, height, right, -1);
    double inside = (double) (height - top - bottom) * (width - left - right);
    double share = 1 - inside / ((double) height * width);
    return new Borders(top, right, bottom, left, share, straight);
  }

  /// The number of levels of a row below `limit`; each also counts for its column.
  private static int count(byte[] pixels, int row, int limit, int[] ofColumn) {
    int all = 0;
    for (int x = 0; x < ofColumn.length; x++) {
      int below = ((pixels[row + x] & 0xFF) - limit) >>> (Integer.SIZE - 1); // without a branch
      ofColumn[x] += below;
      all += below;
    }
    return all;
  }

  /// The number of black lines, from the first or, backwards, from the last.
  private static int leading(int[] black, int length, int step) {
    int lines = 0;
    for (int i = step > 0 ? 0 : black.length - 1; i >= 0 && i < black.length; i += step) {
      if (black[i] < length - length / EXCEPT) {
        return lines;
      }
      lines++;
    }
    return lines;
  }

  /// Whether the black ends abruptly: compression blurs the step over a line or two.
  private static boolean ends(int[] light, int length, int lines, int step) {
    int behind = lines + 2;
    if (lines < Math.max(2, LEAST * light.length) || behind >= light.length) {
      return false;
    }
    int first = light[step > 0 ? behind : light.length - 1 - behind];
    return first > length / 2;
  }

  /// In words: `top 12, left 30`.
  public String describe() {
    StringBuilder text = new StringBuilder();
    add(text, "top", top);
    add(text, "right", right);
    add(text, "bottom", bottom);
    add(text, "left", left);
    return text.toString();
  }

  private static void add(StringBuilder text, String side, int lines) {
    if (lines > 0) {
      text.append(text.isEmpty() ? "" : ", ").append(side).append(' ').append(lines);
    }
  }
}
