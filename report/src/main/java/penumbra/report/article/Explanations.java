package penumbra.report.article;

import java.util.Locale;
import penumbra.core.DType;

/// Why the published pictures look as they do, two sentences each.
final class Explanations {
  private Explanations() {}

  /// The explanation of a filter for pictures of a type, with the numbers of that type.
  static String of(String filter, DType type) {
    if (filter.equals(Studies.CANNY)) {
      return "Nothing overflows here, but this is not Canny's method: the article applies the Fourier"
          + " Gaussian to the pixels instead of their spectrum, where it merely shades the picture,"
          + " and then takes Prewitt's magnitude, without suppression of non-maxima and without"
          + " hysteresis. The corrected filter smooths the picture, thins its gradient to ridges, and"
          + " keeps the ridges that are strong or hang together with strong ones.";
    }
    return type.isInteger() && type.min() == 0 ? unsigned(filter, type) : other(filter, type);
  }

  private static String unsigned(String filter, DType type) {
    int bits = 8 * type.bytes();
    long most = (long) type.max();
    long root = 1L << (bits / 2);
    return switch (filter) {
      case Studies.LAPLACIAN ->
          String.format(
              Locale.ROOT,
              "The Laplacian of Gaussian is negative on one side of every edge, but SciPy stores it in"
                  + " the type of the picture, whose %d bits know no sign: \u22121 becomes %d, and the"
                  + " fractions are cut off. Stored as a real number, zero is a calm grey, and dark and"
                  + " light mark the two sides of an edge.",
              bits,
              most);
      case Studies.GRADIENT ->
          String.format(
              Locale.ROOT,
              "SciPy stores the derivatives, their squares and the sum of the squares in %d bits, where"
                  + " %d times %d already wraps around to 0, so that the published result never exceeds"
                  + " %d and the strongest edges can come out dark. Stored as real numbers, the steepest"
                  + " places are the lightest.",
              bits,
              root,
              root,
              root - 1);
      case Studies.SOBEL ->
          String.format(
              Locale.ROOT,
              "A Sobel derivative of a %d-bit picture lies between \u2212%2$d and %2$d, but SciPy stores"
                  + " it in %1$d bits, so that every negative slope, and every steep one, becomes an"
                  + " unrelated number before the magnitude is taken. With room for sign and size, flat"
                  + " regions are dark and edges are light.",
              bits,
              4 * most);
      default -> throw new IllegalArgumentException(filter);
    };
  }

  /// Signed and floating-point types keep signs; integer types still lose the fractions.
  private static String other(String filter, DType type) {
    String loss =
        type.isInteger()
            ? "cuts the fractions off, and numbers that do not fit wrap around"
            : "loses nothing that an eye could see";
    return switch (filter) {
      case Studies.LAPLACIAN ->
          "SciPy stores the Laplacian of Gaussian in the type of the picture, "
              + type.label()
              + ", which keeps its sign and "
              + loss
              + ". Stored as a 64-bit real number, zero is a calm grey, and dark and light mark the two"
              + " sides of an edge.";
      case Studies.GRADIENT ->
          "SciPy stores the derivatives, their squares and the sum of the squares in the type of the"
              + " picture, "
              + type.label()
              + ", which "
              + loss
              + ". Stored as 64-bit real numbers, the steepest places are the lightest.";
      case Studies.SOBEL ->
          "SciPy stores the Sobel derivatives in the type of the picture, "
              + type.label()
              + ", which keeps their sign and "
              + loss
              + ". With room for sign and size, flat regions are dark and edges are light.";
      default -> throw new IllegalArgumentException(filter);
    };
  }
}
