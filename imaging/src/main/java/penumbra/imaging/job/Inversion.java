package penumbra.imaging.job;

import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;

/// Inverts images of the other polarity before anything else is done.
final class Inversion {
  private Inversion() {}

  /// The image with `min + max - value` over the range of the type for 8 and 16 bits, and the
  /// negative of others, as `FLOAT32` or, of 64 bits, `FLOAT64`. What the file says about its
  /// display no longer applies.
  static Radiograph of(Radiograph image) {
    return new Radiograph(
        of(image.pixels()),
        image.source(),
        image.decodingSteps(),
        image.spacing(),
        Optional.empty(),
        image.placement(),
        image.scale().map(scale -> scale.mapped(-1, sum(image.pixels().type()))));
  }

  private static boolean isNarrow(DType type) {
    return type.isInteger() && type.bytes() <= 2;
  }

  private static double sum(DType type) {
    return isNarrow(type) ? type.min() + type.max() : 0;
  }

  private static NdArray of(NdArray pixels) {
    DType type = pixels.type();
    boolean narrow = isNarrow(type);
    double sum = sum(type);
    double[] values = pixels.toDoubles();
    for (int i = 0; i < values.length; i++) {
      values[i] = sum - values[i];
    }
    DType to = narrow ? type : type.bytes() < Long.BYTES ? DType.FLOAT32 : DType.FLOAT64;
    return NdArray.of(to, values, pixels.shape());
  }
}
