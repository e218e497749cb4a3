package penumbra.figure.colour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.core.Execution;

class RgbImageTest {
  private static final Execution ALONE = Execution.ofThreads(1);

  @Test
  void halvingTakesTheMeanOfFourPixels() {
    var picture = new RgbImage(new int[] {0x000000, 0x040810, 0x080000, 0x00FF00}, 2, 2);
    assertThat(picture.resized(1, 1, ALONE).pixels()).containsExactly(0x034204);
  }

  @Test
  void enlargingManifoldShowsPixelsAsSquares() {
    var picture = new RgbImage(new int[] {1, 2}, 2, 1);
    assertThat(picture.resized(7, 1, ALONE).pixels()).containsExactly(1, 1, 1, 2, 2, 2, 2);
    assertThat(picture.resized(4, 2, ALONE).pixels()).containsExactly(1, 1, 2, 2, 1, 1, 2, 2);
  }

  @Test
  void enlargingALittleDrawsBetweenPixels() {
    var picture = new RgbImage(new int[] {0, 100}, 2, 1);
    assertThat(picture.resized(3, 1, ALONE).pixels()).containsExactly(0, 50, 100);
  }

  @Test
  void theSameSizeIsTheSamePicture() {
    var picture = new RgbImage(new int[] {1, 2}, 2, 1);
    assertThat(picture.resized(2, 1, ALONE)).isSameAs(picture);
  }

  @ParameterizedTest
  @CsvSource({"13,7,5,3", "100,90,31,89", "207,1,13,1", "9,9,1,1", "64,64,63,17"})
  void shrinkingIsTheMeanOverAreas(int width, int height, int newWidth, int newHeight) {
    int[] pixels = new Random(width).ints((long) width * height, 0, 0x1000000).toArray();
    RgbImage small = new RgbImage(pixels, width, height).resized(newWidth, newHeight, ALONE);
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        for (int shift = 0; shift <= 16; shift += 8) {
          double expected = naiveMean(pixels, width, height, newWidth, newHeight, x, y, shift);
          int actual = small.pixels()[y * newWidth + x] >> shift & 0xFF;
          assertThat((double) actual).isBetween(expected - 0.501, expected + 0.501);
        }
      }
    }
  }

  @Test
  void aPlainPictureStaysPlainInEverySize() {
    int[] pixels = new int[37 * 23];
    java.util.Arrays.fill(pixels, 0xC08040);
    var random = new Random(3);
    for (int trial = 0; trial < 60; trial++) {
      RgbImage resized =
          new RgbImage(pixels, 37, 23)
              .resized(1 + random.nextInt(90), 1 + random.nextInt(90), ALONE);
      assertThat(resized.pixels()).containsOnly(0xC08040);
    }
  }

  /// Adds up every old pixel by the area that it shares with the new one.
  private static double naiveMean(
      int[] pixels, int width, int height, int newWidth, int newHeight, int x, int y, int shift) {
    double sum = 0;
    double areas = 0;
    for (int row = 0; row < height; row++) {
      double tall = shared(row, y, height, newHeight);
      for (int column = 0; column < width; column++) {
        double area = tall * shared(column, x, width, newWidth);
        sum += area * (pixels[row * width + column] >> shift & 0xFF);
        areas += area;
      }
    }
    return sum / areas;
  }

  private static double shared(int old, int now, int oldSize, int newSize) {
    double scale = oldSize / (double) newSize;
    return Math.max(0, Math.min(old + 1, (now + 1) * scale) - Math.max(old, now * scale));
  }
}
