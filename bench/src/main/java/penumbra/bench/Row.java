package penumbra.bench;

import java.util.Locale;
import penumbra.core.DType;

/// An operation that is measured, on one type of input.
enum Row {
  GAUSSIAN_1_F32("gaussian, sigma 1", DType.FLOAT32, 1, 1e-3),
  GAUSSIAN_2_F32("gaussian, sigma 2", DType.FLOAT32, 1, 1e-3),
  GAUSSIAN_10_F32("gaussian, sigma 10", DType.FLOAT32, 1.5, 1e-3),
  // The exact result is SciPy's, which cuts the fraction off after each axis; the others round.
  GAUSSIAN_1_U8_U8("gaussian, sigma 1, to 8 bits", DType.UINT8, 1, 2),
  LAPLACE_1_F32("gaussian-laplace, sigma 1", DType.FLOAT32, 1.5, 1e-3),
  LAPLACE_1_U8("gaussian-laplace, sigma 1", DType.UINT8, 1.5, 1e-3),
  GRADIENT_2_F32("gaussian-gradient-magnitude, sigma 2", DType.FLOAT32, 1.5, 1e-3),
  GRADIENT_2_U8("gaussian-gradient-magnitude, sigma 2", DType.UINT8, 1.5, 1e-3),
  SOBEL_U8("sobel-magnitude", DType.UINT8, 1, 1e-3),
  SOBEL_NORMALIZED_U8("sobel-magnitude, maximum to 255", DType.UINT8, 1.5, 1e-3),
  CANNY_U8("canny, 50 and 150, L1", DType.UINT8, 1, 0),
  // OpenCV rounds the blurred picture to 8 bits, which moves the edges of faint slopes.
  BLUR_CANNY_U8("canny after a 5 × 5 Gaussian, sigma 1.4", DType.UINT8, 1.5, 0, 0.03),
  HISTOGRAM_U8("histogram, 256 bins", DType.UINT8, 1, 0),
  STATISTICS_U8("minimum, maximum, mean, median", DType.UINT8, 1, 1e-9),
  THRESHOLD_U8("threshold, keep above 150", DType.UINT8, 1, 0),
  COPY_F32("copy of 4 MB, the floor", DType.FLOAT32, 0, 0);

  private final String label;
  private final DType input;
  private final double target;
  private final double tolerance;
  private final double exempt;

  Row(String label, DType input, double target, double tolerance) {
    this(label, input, target, tolerance, 0);
  }

  Row(String label, DType input, double target, double tolerance, double exempt) {
    this.label = label;
    this.input = input;
    this.target = target;
    this.tolerance = tolerance;
    this.exempt = exempt;
  }

  /// What people call it: the catalogue's name and the parameters.
  String label() {
    return label;
  }

  /// The type of the input's elements.
  DType input() {
    return input;
  }

  /// How many times OpenCV's speed FAST is to reach; 0 where nothing is asked.
  double target() {
    return target;
  }

  /// How far a peer's values may be from the exact ones for the two to count as the same operation.
  double tolerance() {
    return tolerance;
  }

  /// The share of values that may be further off.
  double exempt() {
    return exempt;
  }

  /// The name in scripts and options: `gaussian-1-f32`.
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The row of that name.
  static Row ofId(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
