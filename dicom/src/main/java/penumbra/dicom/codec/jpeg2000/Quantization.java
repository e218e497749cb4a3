package penumbra.dicom.codec.jpeg2000;

import penumbra.dicom.DicomException;

/// The quantization steps of coefficients, T.800 annex A.6.4.
final class Quantization {
  static final int NONE = 0;
  private static final int DERIVED = 1;

  private final int style;
  private final int guard;
  private final int[] steps;

  /// @param style 0: none, 1: derived from the first sub-band, 2: one per sub-band
  /// @param guard the number of additional bits that a coefficient may have
  /// @param steps for each sub-band the exponent (upper five bits) and the mantissa (lower eleven)
  Quantization(int style, int guard, int[] steps) {
    this.style = style;
    this.guard = guard;
    this.steps = steps;
  }

  int style() {
    return style;
  }

  int guard() {
    return guard;
  }

  static Quantization read(Input segment) throws DicomException {
    int first = segment.u8();
    int style = first & 31;
    if (style > 2) {
      throw CodestreamErrors.of("has a quantization that the standard does not know");
    }
    int[] steps = new int[segment.remaining() / (style == NONE ? 1 : 2)];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = style == NONE ? segment.u8() << 8 : segment.u16();
    }
    return new Quantization(style, first >> 5, steps);
  }

  /// The exponent of sub-band `index`, counted from the lowest.
  int exponent(int index) throws DicomException {
    if (style == DERIVED) {
      return Math.max(0, (step(0) >> 11) - Math.max(0, (index - 1) / 3));
    }
    return step(index) >> 11;
  }

  /// The step for coefficients that may have `range` bits.
  double stepSize(int index, int range) throws DicomException {
    int mantissa = step(style == DERIVED ? 0 : index) & 0x7FF;
    return Math.scalb(1 + mantissa / 2048.0, range - exponent(index));
  }

  private int step(int index) throws DicomException {
    if (index >= steps.length) {
      throw CodestreamErrors.of(
          "has quantization steps for " + steps.length + " sub-bands, not for all");
    }
    return steps[index];
  }
}
