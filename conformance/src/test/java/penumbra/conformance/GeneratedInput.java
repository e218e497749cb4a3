package penumbra.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import penumbra.core.DType;
import penumbra.core.NdArray;

/// An array generated from its name, so that golden cases need not store their inputs.
///
/// ```
/// NdArray pixels = GeneratedInput.named("uint8/13x17/full").array();
/// ```
///
/// @param type the element type
/// @param shape axis 0 first
/// @param flavour the kind of elements
record GeneratedInput(DType type, List<Integer> shape, Flavour flavour) {
  /// The kind of elements.
  enum Flavour {
    /// Integers over the whole range of their type, one in eight an extreme; floats in -100..100.
    FULL,
    /// Whole numbers in -10..9, or in 0..19 for unsigned types.
    LOW,
    /// Something like an image: a bright disc on a ramp, with noise; values in 0..255.
    IMAGE,
    /// Floats of all magnitudes: both zeros, subnormals, the largest, the smallest, and between.
    WILD,
    /// Floats of which some are NaN or infinite.
    SPECIAL,
    /// 1 in the middle, 0 elsewhere.
    IMPULSE
  }

  /// The input with that name: type, shape and flavour, with slashes between them.
  static GeneratedInput named(String name) {
    String[] parts = name.split("/", -1);
    return new GeneratedInput(
        DType.ofLabel(parts[0]),
        shape(parts[1]),
        Flavour.valueOf(parts[2].toUpperCase(Locale.ROOT)));
  }

  /// The name, as [#named] takes it.
  String name() {
    return type.label() + "/" + lengths(shape) + "/" + flavour.name().toLowerCase(Locale.ROOT);
  }

  /// The lengths in `13x17`, axis 0 first.
  static List<Integer> shape(String text) {
    return Arrays.stream(text.split("x", -1)).map(Integer::valueOf).toList();
  }

  /// Type and shape of `array` as golden files have it: `uint8/13x17`.
  static String label(NdArray array) {
    return array.type().label() + "/" + lengths(Arrays.stream(array.shape()).boxed().toList());
  }

  private static String lengths(List<Integer> shape) {
    return shape.stream().map(String::valueOf).collect(Collectors.joining("x"));
  }

  /// The array, which is always and everywhere the same.
  NdArray array() {
    var random = SplitMix64.of(name());
    double[] values = new double[size()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (flavour) {
            case FULL -> type.isInteger() ? anywhere(random) : random.between(-100, 100);
            case LOW -> random.below(20) - (type.min() < 0 ? 10 : 0);
            case IMAGE -> scene(i, random);
            case WILD -> wild(random);
            case SPECIAL -> special(i, random);
            case IMPULSE -> i == values.length / 2 ? 1 : 0;
          };
    }
    return NdArray.of(type, values, shape.stream().mapToInt(Integer::intValue).toArray());
  }

  private int size() {
    return shape.stream().reduce(1, (a, b) -> a * b);
  }

  private double anywhere(SplitMix64 random) {
    double place = random.between(0, 1);
    double extreme = random.oneOf(type.min(), type.max(), type.max() - 1, type.min() + 1);
    return random.below(8) == 0
        ? extreme
        : Math.floor(type.min() * (1 - place) + type.max() * place);
  }

  private double scene(int i, SplitMix64 random) {
    int width = shape.getLast();
    int height = Math.max(1, size() / width);
    int row = i / width;
    double x = (i % width + 0.5) / width - 0.5;
    double y = (row + 0.5) / height - 0.5;
    double disc = x * x + y * y < 0.09 ? 90 : 0;
    double grey = 60 + 70 * (x + y) + disc + random.between(-12, 12);
    return Math.clamp(type.isInteger() ? Math.floor(grey) : grey, 0, 255);
  }

  private double wild(SplitMix64 random) {
    boolean wide = type == DType.FLOAT64;
    double tiny = wide ? Double.MIN_VALUE : Float.MIN_VALUE;
    double magnitude =
        switch (random.below(8)) {
          case 0 -> 0;
          case 1 -> tiny * random.below(1000);
          case 2 -> wide ? 1e308 : 3e38;
          case 3 ->
              Math.scalb(
                  random.between(1, 2), random.below(wide ? 2000 : 240) - (wide ? 1000 : 120));
          case 4 -> random.below(100_000);
          case 5 -> random.below(3_000_000) * 1000.0 + 0.5;
          default -> random.between(0, 300);
        };
    return (random.next() & 1) == 0 ? magnitude : -magnitude;
  }

  private double special(int i, SplitMix64 random) {
    double plain = random.between(-100, 100);
    int lot = random.below(24);
    if (i == size() / 2 || lot == 0) {
      return random.oneOf(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }
    return plain;
  }
}
