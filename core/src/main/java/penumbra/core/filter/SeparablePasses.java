package penumbra.core.filter;

import java.util.ArrayList;
import java.util.List;
import penumbra.core.PerAxis;
import penumbra.core.engine.Pass;
import penumbra.core.engine.Weights;

/// The passes of the separable filters, in SciPy's order.
final class SeparablePasses {
  /// Below this sigma, SciPy does not smooth an axis.
  private static final double LEAST_SIGMA = 1e-15;

  private SeparablePasses() {}

  /// A Gaussian on every axis, axis 0 first.
  static List<Pass> gaussian(
      int rank, PerAxis<Double> sigma, PerAxis<Integer> order, double truncate) {
    List<Pass> passes = new ArrayList<>();
    for (int axis = 0; axis < rank; axis++) {
      double s = sigma.at(axis, rank, "sigma");
      int k = order.at(axis, rank, "order");
      if (s > LEAST_SIGMA) {
        passes.add(new Pass(axis, Weights.gaussian(s, k, truncate)));
      }
    }
    return passes;
  }

  /// One branch per axis: the Gaussian derivative of that order along it, smoothing along the
  /// others.
  static List<List<Pass>> gaussianDerivatives(
      int rank, PerAxis<Double> sigma, int order, double truncate) {
    List<List<Pass>> branches = new ArrayList<>();
    for (int axis = 0; axis < rank; axis++) {
      Integer[] orders = new Integer[rank];
      java.util.Arrays.fill(orders, 0);
      orders[axis] = order;
      branches.add(gaussian(rank, sigma, PerAxis.of(orders), truncate));
    }
    return branches;
  }

  /// The difference along `axis`, then `smoothing` along every other axis.
  static List<Pass> difference(int rank, int axis, Weights smoothing) {
    List<Pass> passes = new ArrayList<>();
    passes.add(new Pass(axis, Weights.of(-1, 0, 1)));
    for (int other = 0; other < rank; other++) {
      if (other != axis) {
        passes.add(new Pass(other, smoothing));
      }
    }
    return passes;
  }

  /// One branch of [#difference] per axis.
  static List<List<Pass>> differences(int rank, Weights smoothing) {
    List<List<Pass>> branches = new ArrayList<>();
    for (int axis = 0; axis < rank; axis++) {
      branches.add(difference(rank, axis, smoothing));
    }
    return branches;
  }
}
