package penumbra.figure.colour;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;

/// A scale of 256 colours for grey values, byte for byte Matplotlib's map of the same name.
///
/// ```
/// Colormap map = Colormap.named("viridis");
/// NdArray picture = map.apply(image, ValueRange.of(image)); // uint8 of shape (height, width, 3)
/// ```
///
/// **Look-up.** A value v is first scaled to `(v - min) / (max - min)`; the scaled value x has the
/// entry `(int) (x * 256)`; 1 has the last entry. Values below and above the range have the first
/// and the last colour. NaN and the infinities have no colour: they show the white page. A constant
/// range (min = max) gives every value the first colour. As in Matplotlib, integers of up to 16
/// bits and `FLOAT32` are scaled in single precision, the other types in double precision.
public final class Colormap {
  /// The number of colours.
  public static final int SIZE = 256;

  private static final String REVERSED = "_r";
  private static final List<String> NAMES = withTwins();
  private static final Map<String, Colormap> MAPS = new ConcurrentHashMap<>();

  private final String name;
  private final int[] colours;

  private Colormap(String name, int[] colours) {
    this.name = name;
    this.colours = colours;
  }

  /// The map of that name, one of [#names]; `_r` at its end reverses it.
  public static Colormap named(String name) {
    if (!NAMES.contains(name)) {
      throw InvalidInputException.of(
          "a colormap",
          "must be one of " + String.join(", ", ColormapDefinitions.names()),
          "'" + name + "'",
          suggestion(name));
    }
    return MAPS.computeIfAbsent(name, Colormap::create);
  }

  /// Every name, each followed by that of its reversed map.
  public static List<String> names() {
    return NAMES;
  }

  /// Grey, from black to white, as for radiographs.
  public static Colormap gray() {
    return named("gray");
  }

  /// The name by which [#named] finds this map.
  public String name() {
    return name;
  }

  /// The same colours in reverse order.
  public Colormap reversed() {
    return named(
        name.endsWith(REVERSED)
            ? name.substring(0, name.length() - REVERSED.length())
            : name + REVERSED);
  }

  /// The colour of an entry between 0 and 255, as `0xRRGGBB`.
  public int rgb(int index) {
    return colours[Objects.checkIndex(index, SIZE)];
  }

  /// The colours of an array's values, spread over `range`: `UINT8` of the array's shape with one
  /// more axis of length 3 (red, green, blue).
  public NdArray apply(NdArray array, ValueRange range, Execution execution) {
    int[] pixels = new ColourScale(this, range).pixels(array, execution);
    int[] shape = array.shape();
    int[] withChannels = java.util.Arrays.copyOf(shape, shape.length + 1);
    withChannels[shape.length] = 3;
    return NdArray.ofUint8(Pixels.toBytes(pixels), withChannels);
  }

  /// The same on all cores.
  public NdArray apply(NdArray array, ValueRange range) {
    return apply(array, range, Execution.allCores());
  }

  /// The red of the colours of [#apply]: of a grey map, the grey levels. `UINT8` of the array's
  /// shape.
  public NdArray greys(NdArray array, ValueRange range) {
    return NdArray.ofUint8(new GreyLookup(this, range).levels(array), array.shape());
  }

  @Override
  public String toString() {
    return name;
  }

  private static Colormap create(String name) {
    boolean reversed = name.endsWith(REVERSED);
    String base = reversed ? name.substring(0, name.length() - REVERSED.length()) : name;
    return new Colormap(name, ColormapDefinitions.of(base).colours(reversed));
  }

  private static List<String> withTwins() {
    List<String> names = new ArrayList<>();
    for (String name : ColormapDefinitions.names()) {
      names.add(name);
      names.add(name + REVERSED);
    }
    return List.copyOf(names);
  }

  private static String suggestion(String name) {
    for (String known : NAMES) {
      if (known.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT).replace('-', '_'))) {
        return "write '" + known + "'";
      }
    }
    return name.equals("grey") ? "write 'gray'" : "name one of these; _r at the end reverses it";
  }
}
