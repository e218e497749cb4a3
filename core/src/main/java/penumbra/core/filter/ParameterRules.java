package penumbra.core.filter;

import static penumbra.core.InvalidInputException.require;

import penumbra.core.PerAxis;

/// Rules for parameters that several filters share.
final class ParameterRules {
  /// SciPy's default: kernels have a radius of four standard deviations.
  static final double TRUNCATE = 4.0;

  private ParameterRules() {}

  static PerAxis<Double> perAxis(double... values) {
    return new PerAxis<>(java.util.Arrays.stream(values).boxed().toList());
  }

  static void checkSigma(PerAxis<Double> sigma) {
    for (double value : sigma.values()) {
      require(
          value >= 0 && Double.isFinite(value),
          "sigma",
          "must be a finite number of at least 0",
          value,
          "give 0 to leave an axis unsmoothed");
    }
  }

  static void checkTruncate(double truncate) {
    require(
        truncate >= 0 && Double.isFinite(truncate),
        "truncate",
        "must be a finite number of at least 0",
        truncate,
        "give the kernel's reach in standard deviations, 4 for instance");
  }

  static void checkOrder(PerAxis<Integer> order) {
    for (int value : order.values()) {
      require(
          value >= 0,
          "order",
          "must be at least 0",
          value,
          "give 0 to smooth, 1 or 2 for the first or second derivative");
    }
  }
}
