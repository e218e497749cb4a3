package penumbra.io.gif;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// At most 256 colours for one picture, and each pixel's number among them: exactly the picture's
/// own colours where they are so few, else those that [MedianCut] finds.
final class GifPalette {
  static final int MAX_COLOURS = 256;

  private final byte[] colours;
  private final byte[] indices;

  GifPalette(byte[] colours, byte[] indices) {
    this.colours = colours;
    this.indices = indices;
  }

  /// The palette of pixels given as red, green, blue, red, ...
  static GifPalette of(byte[] rgb) {
    byte[] indices = new byte[rgb.length / 3];
    byte[] colours = new byte[3 * MAX_COLOURS];
    Map<Integer, Integer> numbers = new HashMap<>();
    int lastColour = -1;
    int lastNumber = 0;
    for (int i = 0; i < indices.length; i++) {
      int colour =
          (rgb[3 * i] & 0xFF) << 16 | (rgb[3 * i + 1] & 0xFF) << 8 | (rgb[3 * i + 2] & 0xFF);
      if (colour != lastColour) {
        lastColour = colour;
        Integer number = numbers.get(colour);
        if (number == null) {
          if (numbers.size() == MAX_COLOURS) {
            return new MedianCut(rgb).palette(rgb);
          }
          number = numbers.size();
          System.arraycopy(rgb, 3 * i, colours, 3 * number, 3);
          numbers.put(colour, number);
        }
        lastNumber = number;
      }
      indices[i] = (byte) lastNumber;
    }
    return new GifPalette(Arrays.copyOf(colours, 3 * numbers.size()), indices);
  }

  /// Red, green and blue of each colour.
  byte[] colours() {
    return colours;
  }

  /// Each pixel's colour.
  byte[] indices() {
    return indices;
  }

  /// The bits, at least 1, that number every colour.
  int bits() {
    return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(colours.length / 3 - 1));
  }
}
