package penumbra.figure.colour;

import static penumbra.figure.colour.SegmentedMap.even;
import static penumbra.figure.colour.SegmentedMap.formula;
import static penumbra.figure.colour.SegmentedMap.nodes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import penumbra.figure.colour.SegmentedMap.Channel;

/// The colormaps by name: nodes and formulas here, the rest as tables in `colormaps.txt`.
final class ColormapDefinitions {
  private static final Map<String, Definition> BY_NAME = all();

  private ColormapDefinitions() {}

  /// Gives the 256 colours of a map or of its reversed twin, as `0xRRGGBB`.
  interface Definition {
    int[] colours(boolean reversed);
  }

  /// The names, without the reversed twins.
  static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }

  /// The definition of that name; only for one of [#names].
  static Definition of(String name) {
    Definition definition = BY_NAME.get(name);
    if (definition == null) {
      throw new IllegalArgumentException(name);
    }
    return definition;
  }

  private static Map<String, Definition> all() {
    var all = new LinkedHashMap<String, Definition>();
    all.put("gray", channels(nodes(0, 0, 1, 1), nodes(0, 0, 1, 1), nodes(0, 0, 1, 1)));
    all.put(
        "bone",
        channels(
            nodes(0, 0, .746032, .652778, 1, 1),
            nodes(0, 0, .365079, .319444, .746032, .777778, 1, 1),
            nodes(0, 0, .365079, .444444, 1, 1)));
    all.put(
        "hot",
        channels(
            nodes(0, .0416, .365079, 1, 1, 1),
            nodes(0, 0, .365079, 0, .746032, 1, 1, 1),
            nodes(0, 0, .746032, 0, 1, 1)));
    all.put(
        "CMRmap",
        channels(
            even(0, .15, .30, .60, 1, .90, .90, .90, 1),
            even(0, .15, .15, .20, .25, .50, .75, .90, 1),
            even(0, .50, .75, .50, .15, 0, .10, .50, 1)));
    all.put(
        "prism",
        channels(
            formula(x -> .75 * StrictMath.sin((x * 20.9 + .25) * Math.PI) + .67),
            formula(x -> .75 * StrictMath.sin((x * 20.9 - .25) * Math.PI) + .33),
            formula(x -> -1.1 * StrictMath.sin((x * 20.9) * Math.PI))));
    all.put("nipy_spectral", spectral());
    all.put(
        "terrain",
        channels(
            nodes(0, .2, .15, 0, .25, 0, .5, 1, .75, .5, 1, 1),
            nodes(0, .2, .15, .6, .25, .8, .5, 1, .75, .36, 1, 1),
            nodes(0, .6, .15, 1, .25, .4, .5, .6, .75, .33, 1, 1)));
    all.put(
        "jet",
        channels(
            nodes(0, 0, .35, 0, .66, 1, .89, 1, 1, .5),
            nodes(0, 0, .125, 0, .375, 1, .64, 1, .91, 0, 1, 0),
            nodes(0, .5, .11, 1, .34, 1, .65, 0, 1, 0)));
    all.put("seismic", channels(even(0, 0, 1, 1, .5), even(0, 0, 1, 0, 0), even(.3, 1, 1, 0, 0)));
    all.put("bwr", channels(even(0, 1, 1), even(0, 1, 0), even(1, 1, 0)));
    all.put("RdBu", redToBlue());
    for (String name : List.of("viridis", "plasma", "inferno", "magma", "cividis", "turbo")) {
      all.put(name, reversed -> ColormapTables.colours(name, reversed));
    }
    return all;
  }

  /// Twenty-one nodes, .05 apart; 5 i / 100 is the double nearest to the decimal, i * .05 is not.
  private static Definition spectral() {
    double[] red = {
      0, .4667, .5333, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .7333, .9333, 1, 1, 1, .8667, .80, .80
    };
    double[] green = {
      0, 0, 0, 0, 0, .4667, .6, .6667, .6667, .6, .7333, .8667, 1, 1, .9333, .8, .6, 0, 0, 0, .80
    };
    double[] blue = {
      0, .5333, .6, .6667, .8667, .8667, .8667, .6667, .5333, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .80
    };
    return channels(twentieths(red), twentieths(green), twentieths(blue));
  }

  /// Cynthia Brewer's eleven colours, in 255ths, white in the middle (ColorBrewer 2.0, Apache-2.0).
  private static Definition redToBlue() {
    double[] red = {103, 178, 214, 244, 253, 247, 209, 146, 67, 33, 5};
    double[] green = {0, 24, 96, 165, 219, 247, 229, 197, 147, 102, 48};
    double[] blue = {31, 43, 77, 130, 199, 247, 240, 222, 195, 172, 97};
    return channels(even(shares(red)), even(shares(green)), even(shares(blue)));
  }

  private static double[] shares(double... of255) {
    double[] shares = of255.clone();
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= 255;
    }
    return shares;
  }

  private static Channel twentieths(double[] values) {
    double[] nodes = new double[values.length * 2];
    for (int i = 0; i < values.length; i++) {
      nodes[2 * i] = i * 5 / 100.0;
      nodes[2 * i + 1] = values[i];
    }
    return nodes(nodes);
  }

  private static Definition channels(Channel red, Channel green, Channel blue) {
    return reversed -> SegmentedMap.colours(red, green, blue, reversed);
  }
}
