package penumbra.io.pixel;

import java.util.Arrays;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;

/// Converts colour to grey by ITU-R BT.601 luma in integers, (19595 R + 38470 G + 7471 B + 32768) /
/// 65536 rounded down, like Pillow's `convert("L")`; if R = G = B it is that value.
///
/// ```
/// NdArray grey = Luma.of(rgb);
/// ```
public final class Luma {
  private static final String MIXED =
      "Turned colour into grey by BT.601 luma, (19595 R + 38470 G + 7471 B + 32768) / 65536.";
  private static final String EQUAL =
      "Kept the value of red, green and blue, which are equal in every pixel.";
  private static final int BANDS = 3;

  private Luma() {}

  /// The grey level of a colour.
  public static int of(int red, int green, int blue) {
    return (int) of((long) red, green, blue);
  }

  private static long of(long red, long green, long blue) {
    return (19595L * red + 38470L * green + 7471L * blue + 32768) >>> 16;
  }

  /// A description of the conversion, in one sentence.
  ///
  /// @param equal whether red, green and blue are equal in each of its pixels
  static String describe(boolean equal) {
    return equal ? EQUAL : MIXED;
  }

  /// The grey picture of colours.
  ///
  /// @param rgb shape (height, width, 3), `UINT8`, `UINT16` or `UINT32`
  public static NdArray of(NdArray rgb) {
    require(rgb);
    double[] values = rgb.toDoubles();
    double[] grey = new double[values.length / BANDS];
    for (int i = 0; i < grey.length; i++) {
      int at = BANDS * i;
      grey[i] = of((long) values[at], (long) values[at + 1], (long) values[at + 2]);
    }
    return NdArray.of(rgb.type(), grey, rgb.length(0), rgb.length(1));
  }

  /// What [#of] does to these colours, in one sentence.
  public static String describe(NdArray rgb) {
    require(rgb);
    double[] values = rgb.toDoubles();
    boolean equal = true;
    for (int at = 0; at < values.length; at += BANDS) {
      equal &= values[at] == values[at + 1] && values[at] == values[at + 2];
    }
    return describe(equal);
  }

  private static void require(NdArray rgb) {
    boolean type = rgb.type().isInteger() && rgb.type().min() == 0;
    InvalidInputException.require(
        type && rgb.rank() == BANDS && Arrays.stream(rgb.shape()).skip(2).allMatch(n -> n == BANDS),
        "a picture in colour",
        "must have shape (height, width, 3) and type uint8, uint16 or uint32",
        rgb,
        "give red, green and blue of each pixel");
  }
}
