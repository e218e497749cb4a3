package penumbra.pipeline.article;

/// Why the published pictures look as they do, two sentences each.
final class Explanations {
  private Explanations() {}

  static String of(String filter) {
    return switch (filter) {
      case Studies.LAPLACIAN ->
          "The Laplacian of Gaussian is negative on one side of every edge and small everywhere, but"
              + " SciPy stores it in the type of the picture, whose 8 bits know no sign: −1 becomes 255,"
              + " and the fractions are cut off. Stored as a real number, zero is a calm grey, and dark"
              + " and light mark the two sides of an edge.";
      case Studies.GRADIENT ->
          "The derivatives, their squares and the sum of the squares are all stored in 8 bits, where 16"
              + " times 16 already wraps round to 0, so that the published result never exceeds 15 and the"
              + " strongest edges come out dark. Stored as real numbers, the steepest places are the"
              + " lightest.";
      case Studies.SOBEL ->
          "A Sobel derivative of an 8-bit picture lies between −1020 and 1020 and is stored in 8 bits,"
              + " so that every negative slope, and every steep one, becomes an unrelated number before the"
              + " magnitude is taken. With room for sign and size, flat regions are dark and edges light.";
      case Studies.CANNY ->
          "Nothing overflows here, but it is not Canny's method: the Fourier Gaussian is applied to the"
              + " pixels instead of their spectrum, where it merely shades the picture, and what follows is"
              + " a Prewitt magnitude without suppression of non-maxima and without hysteresis. Corrected,"
              + " the picture is smoothed, its gradient thinned to ridges, and only those ridges stay that"
              + " are strong or hang together with strong ones.";
      default -> throw new IllegalArgumentException(filter);
    };
  }
}
