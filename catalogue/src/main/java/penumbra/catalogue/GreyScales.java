package penumbra.catalogue;

import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.GreyScale;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.core.measure.Extremes;

/// From which value to which the grey levels of an image can go, where the image can tell.
///
/// A scale that the file states counts. Else it is told by the values: 8 bits go from 0 to 255. 16
/// bits go from 0 to 65535 if they are used, which means that a level is above 16383, or that all
/// levels are multiples of 257, as of 8 bits that were spread. Fractions from 0 to 1 have that
/// scale. Of other values nothing is known: the levels of 12 bits may stand in 16, and a darker
/// image has no other scale.
///
/// ```
/// Radiograph known = GreyScales.told(scan); // its scale() is there, or nobody knows
/// ```
public final class GreyScales {
  /// The largest number of 14 bits, the depth of most detectors with more than 12.
  private static final int MOST_OF_14_BITS = 16383;

  /// 65535 / 255
  private static final int SPREAD = 257;

  private static final int BLOCK = 8192;

  private GreyScales() {}

  /// The image with its scale, if the file or the values tell it.
  public static Radiograph told(Radiograph image) {
    return image.scale().isPresent() ? image : image.withScale(ofValues(image.pixels()));
  }

  private static Optional<GreyScale> ofValues(NdArray pixels) {
    return switch (pixels.type()) {
      case UINT8 -> Optional.of(GreyScale.EIGHT_BITS);
      case UINT16 ->
          extremes(pixels).max() > MOST_OF_14_BITS || isSpread(pixels)
              ? Optional.of(GreyScale.ofBits(Short.SIZE))
              : Optional.empty();
      case FLOAT16, FLOAT32, FLOAT64 -> ofFractions(extremes(pixels));
      default -> Optional.empty();
    };
  }

  private static Optional<GreyScale> ofFractions(Extremes extremes) {
    return extremes.min() >= 0 && extremes.max() <= 1
        ? Optional.of(new GreyScale(0, 1))
        : Optional.empty();
  }

  private static boolean isSpread(NdArray pixels) {
    double[] block = new double[(int) Math.min(pixels.size(), BLOCK)];
    for (long at = 0; at < pixels.size(); at += block.length) {
      int n = (int) Math.min(block.length, pixels.size() - at);
      pixels.load(at, block, 0, n);
      for (int i = 0; i < n; i++) {
        if (block[i] % SPREAD != 0) {
          return false;
        }
      }
    }
    return true;
  }

  static Extremes extremes(NdArray pixels) {
    return Extremes.of(pixels, Execution.ofThreads(1));
  }

  /// Why nobody knows the scale, as an end of a sentence.
  static String why(Radiograph image) {
    NdArray pixels = image.pixels();
    Extremes extremes = extremes(pixels);
    if (ofValues(pixels).isPresent()) {
      return "the result of an operation that has a scale of its own";
    }
    String range =
        "%s values from %s to %s"
            .formatted(
                pixels.type().label(),
                Numbers.rounded(extremes.min()),
                Numbers.rounded(extremes.max()));
    boolean fewBits = pixels.type() == DType.UINT16;
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros((int) extremes.max());
    return fewBits ? range + ", which use " + bits + " of 16 bits" : range;
  }
}
