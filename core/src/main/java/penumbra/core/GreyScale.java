package penumbra.core;

/// From which value to which the grey levels of an image can go, whatever levels are in it: 0 to
/// 255 for 8 bits, 0 to 4095 for 12 bits, 0 to 1 for fractions.
///
/// ```
/// GreyScale twelveBits = new GreyScale(0, 4095);
/// double most = twelveBits.width(); // 4095
/// ```
///
/// @param lower the lowest level
/// @param upper the highest level, above `lower`
public record GreyScale(double lower, double upper) {
  /// Of 8 bits.
  public static final GreyScale EIGHT_BITS = new GreyScale(0, 255);

  public GreyScale {
    if (!(Double.isFinite(lower) && Double.isFinite(upper) && lower < upper)) {
      throw InvalidInputException.of(
          "the range of grey levels",
          "must go from a finite number to a larger one",
          lower + ".." + upper,
          "give the lowest level first");
    }
  }

  /// From 0 to the largest number of that many bits, 1 to 32.
  public static GreyScale ofBits(int bits) {
    return new GreyScale(0, Math.scalb(1.0, bits) - 1);
  }

  /// How far it is from the lowest to the highest level.
  public double width() {
    return upper - lower;
  }

  /// The scale of differences between levels, such as those of derivatives: from 0, as wide.
  public GreyScale ofDifferences() {
    return new GreyScale(0, width());
  }

  /// The scale that holds this one and another.
  public GreyScale and(GreyScale other) {
    return new GreyScale(Math.min(lower, other.lower), Math.max(upper, other.upper));
  }

  /// The scale after `offset + factor * x`; the factor is not 0.
  public GreyScale mapped(double factor, double offset) {
    double one = offset + factor * lower;
    double other = offset + factor * upper;
    return new GreyScale(Math.min(one, other), Math.max(one, other));
  }
}
