package penumbra.figure;

import java.util.Locale;
import java.util.Map;
import penumbra.core.DType;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;

/// A colour that is drawn over a picture wherever a mask is above a threshold, such as the edges of
/// a radiograph.
///
/// ```
/// NdArray colours = Overlay.of("orange").on(picture, edges); // uint8 of shape (height, width, 3)
/// ```
///
/// A marked pixel has the colour `picture * (1 - opacity) + colour * opacity`, to nearest.
///
/// @param rgb the colour, as `0xRRGGBB`
/// @param opacity from 0 (invisible) to 1 (hides the picture)
/// @param above the threshold that a value of the mask must exceed; NaN does not
public record Overlay(int rgb, double opacity, double above) {
  private static final Map<String, Integer> NAMES =
      Map.of(
          "orange", 0xFF8C00,
          "red", 0xE6194B,
          "yellow", 0xFFE119,
          "green", 0x3CB44B,
          "cyan", 0x00C8F0,
          "blue", 0x2A6FDB,
          "magenta", 0xF032E6,
          "white", 0xFFFFFF,
          "black", 0x000000);

  public Overlay {
    InvalidInputException.require(
        opacity >= 0 && opacity <= 1,
        "the opacity of an overlay",
        "must lie between 0 and 1",
        opacity,
        "1 hides the picture below, 0.5 shows half of it");
    InvalidInputException.require(
        Double.isFinite(above),
        "the threshold of an overlay",
        "must be a number",
        above,
        "0 marks all that is above 0");
  }

  /// An opaque overlay wherever a mask is above 0, in a colour by its name or as `#RRGGBB`.
  public static Overlay of(String colour) {
    return new Overlay(parse(colour), 1, 0);
  }

  /// The names of colours.
  public static java.util.List<String> names() {
    return NAMES.keySet().stream().sorted().toList();
  }

  /// The same with another opacity.
  public Overlay withOpacity(double newOpacity) {
    return new Overlay(rgb, newOpacity, above);
  }

  /// The same for a mask with another threshold.
  public Overlay withAbove(double newAbove) {
    return new Overlay(rgb, opacity, newAbove);
  }

  /// The picture with the colour over it.
  ///
  /// @param picture `UINT8`, of shape (height, width) or (height, width, 3)
  /// @param mask of any type, shape (height, width)
  public NdArray on(NdArray picture, NdArray mask) {
    boolean grey = picture.rank() == 2;
    InvalidInputException.require(
        picture.type() == DType.UINT8 && (grey || (picture.rank() == 3 && picture.length(2) == 3)),
        "a picture below an overlay",
        "must be uint8 of shape (height, width) or (height, width, 3)",
        picture,
        "give it colours first");
    if (!(mask.rank() == 2
        && mask.length(0) == picture.length(0)
        && mask.length(1) == picture.length(1))) {
      throw InvalidInputException.of(
          "the shape of an overlay",
          "must be that of the picture, (" + picture.length(0) + ", " + picture.length(1) + ")",
          NdArray.describe(mask.shape()),
          "give a mask of the same picture");
    }
    byte[] levels = picture.toBytes();
    double[] values = mask.toDoubles();
    byte[] mixed = new byte[Math.multiplyExact(3, values.length)];
    for (int i = 0; i < values.length; i++) {
      for (int band = 0; band < 3; band++) {
        int below = levels[grey ? i : 3 * i + band] & 0xFF;
        int over = rgb >> (16 - 8 * band) & 0xFF;
        boolean marked = values[i] > above;
        double level = marked ? below * (1 - opacity) + over * opacity : below;
        mixed[3 * i + band] = (byte) Math.rint(level);
      }
    }
    return NdArray.ofUint8(mixed, picture.length(0), picture.length(1), 3);
  }

  private static int parse(String colour) {
    Integer named = NAMES.get(colour.toLowerCase(Locale.ROOT));
    if (named != null) {
      return named;
    }
    if (!colour.matches("#[0-9a-fA-F]{6}")) {
      throw InvalidInputException.of(
          "a colour",
          "must be #RRGGBB or one of " + String.join(", ", names()),
          "'" + colour + "'",
          "give for example orange, or #FF8C00");
    }
    return Integer.parseInt(colour.substring(1), 16);
  }
}
