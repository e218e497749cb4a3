package penumbra.core.filter.intensity;

import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.Describe;
import penumbra.core.GreyScale;
import penumbra.core.InvalidInputException;
import penumbra.core.PointwiseFilter;
import penumbra.core.Polarity;
import penumbra.core.Reference;
import penumbra.core.Summary;
import penumbra.core.engine.PointwiseStep;
import penumbra.core.engine.pointwise.Thresholding;

/// Keeps or marks the elements above a value.
///
/// ```
/// NdArray bright = Threshold.keep(150).apply(pixels);  // where(x > 150, x, 0)
/// NdArray mask = Threshold.binary(150).apply(pixels);  // 255 where x > 150, else 0
/// ```
///
/// **Result:** the input's shape; [Mode#KEEP] gives the input's type, [Mode#BINARY] gives UINT8.
///
/// **Notes.** The comparison is strict. NaN is not above anything and becomes 0.
///
/// @param value the threshold, in the input's grey levels
/// @param mode what happens to the elements above it
@Summary("Keep or mark the elements above a value.")
@Reference(
    "numpy.where: C. R. Harris et al., \"Array programming with NumPy\", Nature 585"
        + " (2020), doi:10.1038/s41586-020-2649-2.")
public record Threshold(
    @Describe(value = "The value to exceed.", unit = "grey levels") double value,
    @Describe(
            "What happens to elements above the value: they are kept, or become 255. All"
                + " others become 0.")
        Mode mode)
    implements PointwiseFilter {
  private static final double MARK = 255;

  /// What happens to the elements above the threshold; all others become 0.
  public enum Mode {
    /// They are kept.
    KEEP,
    /// They become 255.
    BINARY
  }

  public Threshold {
    InvalidInputException.require(
        !Double.isNaN(value), "value", "must be a number", value, "give the grey level to exceed");
  }

  /// `where(x > value, x, 0)`
  public static Threshold keep(double value) {
    return new Threshold(value, Mode.KEEP);
  }

  /// `where(x > value, 255, 0)`
  public static Threshold binary(double value) {
    return new Threshold(value, Mode.BINARY);
  }

  @Override
  public Optional<GreyScale> scale(Optional<GreyScale> input, DType type) {
    return mode == Mode.KEEP ? input : Optional.of(GreyScale.EIGHT_BITS);
  }

  @Override
  public Polarity polarity() {
    return mode == Mode.BINARY ? Polarity.MARKS : Polarity.FOLLOWS_FROM_ZERO;
  }

  @Override
  public DType resultType(DType input) {
    return mode == Mode.KEEP ? input : DType.UINT8;
  }

  @Override
  public Step step(DType input) {
    boolean keeps = mode == Mode.KEEP;
    if (Thresholding.handles(input)) {
      return new Thresholding(input, value, keeps);
    }
    return new PointwiseStep(
        input,
        resultType(input),
        (line, n) -> {
          for (int i = 0; i < n; i++) {
            double above = keeps ? line[i] : MARK;
            line[i] = line[i] > value ? above : 0;
          }
        });
  }
}
