package penumbra.pipeline;

import java.util.Arrays;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.measure.Extremes;

/// Pictures of whole grey levels turned round.
final class Negative {
  private static final int MIDDLE = 1 << 15;

  private Negative() {}

  /// `white - level` of each level, where white is 255 of 8 bits and 65535 of 16. Levels of 16 bits
  /// that stay below the middle, as those of 12 bits do, are turned round within their own range:
  /// else dark pictures would become blank ones.
  ///
  /// @param levels `UINT8` or `UINT16`
  static NdArray of(NdArray levels) {
    double sum = levels.type().max();
    if (levels.type() == DType.UINT16) {
      Extremes own = Extremes.of(levels);
      sum = own.max() < MIDDLE ? own.min() + own.max() : sum;
    }
    double[] values = levels.toDoubles();
    for (int i = 0; i < values.length; i++) {
      values[i] = sum - values[i];
    }
    return NdArray.of(levels.type(), values, levels.shape());
  }

  /// The picture with 0 where `mask` is not 0, if the two are of one shape.
  static NdArray blackened(NdArray picture, NdArray mask) {
    if (!Arrays.equals(picture.shape(), mask.shape())) {
      return picture;
    }
    double[] levels = picture.toDoubles();
    double[] marks = mask.toDoubles();
    for (int i = 0; i < levels.length; i++) {
      levels[i] = marks[i] != 0 ? 0 : levels[i];
    }
    return NdArray.of(picture.type(), levels, picture.shape());
  }
}
