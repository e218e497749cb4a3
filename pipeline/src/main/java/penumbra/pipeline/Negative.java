package penumbra.pipeline;

import java.util.Arrays;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.measure.Extremes;

/// Pictures of whole grey levels turned round.
final class Negative {
  private Negative() {}

  /// `white - level` of each level. White is 255 of 8 bits. Of 16 it is the largest number of as
  /// many bits as the source's values take, if the levels are within it, for then they are on the
  /// source's scale, 12 bits for instance, and else 65535.
  ///
  /// @param levels `UINT8` or `UINT16`, not below 0
  /// @param source what they were made of
  static NdArray of(NdArray levels, NdArray source) {
    double white = levels.type().max();
    if (levels.type() == DType.UINT16) {
      double own = full(source);
      white = Extremes.of(levels).max() <= own ? own : white;
    }
    double[] values = levels.toDoubles();
    for (int i = 0; i < values.length; i++) {
      values[i] = white - values[i];
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

  /// The largest number of as many bits as the largest value takes, at most of 16.
  private static double full(NdArray source) {
    double largest = Math.clamp(Extremes.of(source).max(), 1, DType.UINT16.max());
    return 2.0 * Integer.highestOneBit((int) largest) - 1;
  }
}
