package penumbra.phantom.anatomy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OutlinesTest {
  @Test
  void theOutlineOfASquareIsItsRimOnePixelWide() {
    assertThat(traced("......", ".aaaa.", ".aaaa.", ".aaaa.", "......"))
        .containsExactly("......", ".####.", ".#..#.", ".####.", "......");
  }

  @Test
  void aBodyCutOffByThePicturesBorderHasNoOutlineThere() {
    assertThat(traced("aaa...", "aaa...", "aaa...")).containsExactly("..#...", "..#...", "..#...");
  }

  @Test
  void overlappingBodiesKeepTheirOwnOutlines() {
    assertThat(traced("aaaaa", "aabba", "aabba", "aaaaa"))
        .containsExactly(".....", "..##.", "..##.", ".....");
  }

  private static String[] traced(String... rows) {
    int height = rows.length;
    int width = rows[0].length();
    long[] bits = new long[height * width];
    for (int i = 0; i < bits.length; i++) {
      char body = rows[i / width].charAt(i % width);
      bits[i] = body == 'a' ? 1 : body == 'b' ? 3 : 0;
    }
    byte[] edges = new byte[bits.length];
    Outlines.trace(bits, height, width, edges, 0, height);
    String[] result = new String[height];
    for (int y = 0; y < height; y++) {
      StringBuilder line = new StringBuilder();
      for (int x = 0; x < width; x++) {
        line.append(edges[y * width + x] == 0 ? '.' : '#');
      }
      result[y] = line.toString();
    }
    return result;
  }
}
