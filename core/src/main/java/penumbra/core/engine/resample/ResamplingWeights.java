package penumbra.core.engine.resample;

import java.util.function.DoubleUnaryOperator;

/// For each element of a shorter or longer line: the elements of the old line that it is computed
/// from, and their weights, which sum to 1.
public final class ResamplingWeights {
  private final int[] first;
  private final double[][] weights;

  private ResamplingWeights(int[] first, double[][] weights) {
    this.first = first;
    this.weights = weights;
  }

  /// Pillow's weights: the kernel, stretched by the factor of shrinking so that no element is
  /// skipped, sampled at the distances from the new element's centre to the old elements' centres,
  /// and divided by the sum.
  ///
  /// @param kernel the weight at a distance; 0 from `support` on
  /// @param support the kernel's radius in elements, without shrinking
  public static ResamplingWeights of(int from, int to, DoubleUnaryOperator kernel, double support) {
    double scale = (double) from / to;
    double stretch = Math.max(1, scale);
    double reach = support * stretch;
    double step = 1 / stretch;
    int[] first = new int[to];
    double[][] weights = new double[to][];
    for (int i = 0; i < to; i++) {
      double center = (i + 0.5) * scale;
      int begin = Math.max(0, (int) (center - reach + 0.5));
      int end = Math.min(from, (int) (center + reach + 0.5));
      double[] line = new double[end - begin];
      for (int k = 0; k < line.length; k++) {
        line[k] = kernel.applyAsDouble((k + begin - center + 0.5) * step);
      }
      first[i] = begin;
      weights[i] = normalized(line);
    }
    return new ResamplingWeights(first, weights);
  }

  /// Each new element is the mean of the range that it covers. Elements at the ends of the range
  /// are weighted by the covered part.
  public static ResamplingWeights ofArea(int from, int to) {
    double scale = (double) from / to;
    int[] first = new int[to];
    double[][] weights = new double[to][];
    for (int i = 0; i < to; i++) {
      double start = i * scale;
      double stop = Math.min(from, (i + 1) * scale);
      int begin = Math.min(from - 1, (int) start);
      int end = Math.max(begin + 1, (int) Math.ceil(stop));
      double[] line = new double[end - begin];
      for (int k = 0; k < line.length; k++) {
        double covered = Math.min(stop, begin + k + 1.0) - Math.max(start, begin + k);
        line[k] = Math.max(0, covered);
      }
      first[i] = begin;
      weights[i] = normalized(line);
    }
    return new ResamplingWeights(first, weights);
  }

  private static double[] normalized(double[] line) {
    double sum = 0;
    for (double weight : line) {
      sum += weight;
    }
    for (int k = 0; k < line.length && sum != 0; k++) {
      line[k] /= sum;
    }
    return line;
  }

  /// The first old element for element `i`.
  int first(int i) {
    return first[i];
  }

  /// The weights of the elements from there on.
  double[] weights(int i) {
    return weights[i];
  }

  /// How many new elements there are.
  int length() {
    return first.length;
  }
}
