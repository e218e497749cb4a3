package penumbra.imaging;

import java.util.Arrays;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.measure.Extremes;

/// Inverts pictures.
final class PictureInversion {
  private PictureInversion() {}

  /// `255 - level` of each level of 8 bits. Levels of 16 bits are inverted within their own range,
  /// `min + max - level`: most pictures use fewer bits, and would become blank otherwise.
  ///
  /// @param levels `UINT8` or `UINT16`
  static NdArray of(NdArray levels, Execution execution) {
    double sum = levels.type().max();
    if (levels.type() == DType.UINT16) {
      Extremes own = Extremes.of(levels, execution);
      sum = own.min() + own.max();
    }
    double[] values = levels.toDoubles();
    for (int i = 0; i < values.length; i++) {
      values[i] = sum - values[i];
    }
    return NdArray.of(levels.type(), values, levels.shape());
  }

  /// The picture with 0 where `mask` is not 0, if the two have the same shape.
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
