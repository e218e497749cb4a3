package penumbra.core.engine.fourier;

import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.engine.Pointwise;
import penumbra.core.engine.math.CMath;

/// The Gaussian in the frequency domain: its factors, and smoothing with them.
public final class FourierGaussianEngine {
  private static final double NEGLIGIBLE_EXPONENT = 50;

  private FourierGaussianEngine() {}

  /// The factors for the frequencies of one axis in the order of a transform: `exp(-2 pi^2 sigma^2
  /// (k / n)^2)`, 0 where the exponent is below -50.
  public static double[] multipliers(double sigma, int n) {
    double[] factors = new double[n];
    double scale = sigma * Math.PI / n;
    scale = -2.0 * scale * scale;
    for (int i = 0; i < n; i++) {
      double k = i < (n + 1) / 2 ? i : i - n;
      double exponent = scale * k * k;
      factors[i] = Math.abs(exponent) > NEGLIGIBLE_EXPONENT ? 0 : CMath.exp(exponent);
    }
    return factors;
  }

  /// The input times the product of the factors of all axes.
  public static NdArray multiply(
      NdArray input, double[][] factors, DType type, Execution execution) {
    int rank = input.rank();
    return Pointwise.map(
        input,
        type,
        execution,
        (line, from, n) -> {
          int[] index = new int[rank];
          long rest = from;
          for (int axis = rank - 1; axis >= 0; axis--) {
            index[axis] = (int) (rest % input.length(axis));
            rest /= input.length(axis);
          }
          for (int i = 0; i < n; i++) {
            double factor = 1;
            for (int axis = 0; axis < rank; axis++) {
              if (input.length(axis) > 1) {
                factor *= factors[axis][index[axis]];
              }
            }
            line[i] = factor * line[i];
            advance(index, input);
          }
        });
  }

  /// Smooths by transform, multiplication and inverse transform along each axis. Two real lines
  /// make one complex line: the factors are real and even, so they stay apart.
  public static NdArray smooth(NdArray input, double[][] factors, DType type, Execution execution) {
    InvalidInputException.require(
        input.size() < Integer.MAX_VALUE,
        "an array to be smoothed by Fourier transform",
        "must have fewer than 2^31 elements",
        input,
        "use gaussian instead");
    double[] values = input.toDoubles();
    int inner = values.length;
    for (int axis = 0; axis < input.rank(); axis++) {
      int n = input.length(axis);
      inner /= Math.max(1, n);
      if (n > 1) {
        smoothAxis(values, n, inner, factors[axis], execution);
      }
    }
    return NdArray.of(type, values, input.shape());
  }

  /// Line `i` starts at `i / inner * n * inner + i % inner` and has a step of `inner`.
  private static void smoothAxis(
      double[] values, int n, int inner, double[] factors, Execution execution) {
    Fft fft = new Fft(n);
    int lines = values.length / n;
    execution.strips(
        Math.ceilDiv(lines, 2),
        8,
        (from, to) -> {
          double[] first = new double[fft.bufferLength()];
          double[] second = new double[fft.bufferLength()];
          for (int pair = from; pair < to; pair++) {
            int a = 2 * pair;
            int b = Math.min(a + 1, lines - 1);
            gather(values, start(a, n, inner), inner, first, n);
            gather(values, start(b, n, inner), inner, second, n);
            fft.forward(first, second);
            for (int k = 0; k < n; k++) {
              first[k] *= factors[k];
              second[k] *= factors[k];
            }
            fft.inverse(first, second);
            scatter(first, values, start(a, n, inner), inner, n);
            scatter(second, values, start(b, n, inner), inner, n);
          }
        });
  }

  private static int start(int line, int n, int inner) {
    return line / inner * n * inner + line % inner;
  }

  private static void gather(double[] values, int start, int step, double[] line, int n) {
    for (int k = 0, at = start; k < n; k++, at += step) {
      line[k] = values[at];
    }
  }

  private static void scatter(double[] line, double[] values, int start, int step, int n) {
    for (int k = 0, at = start; k < n; k++, at += step) {
      values[at] = line[k];
    }
  }

  private static void advance(int[] index, NdArray input) {
    for (int axis = index.length - 1; axis >= 0; axis--) {
      if (++index[axis] < input.length(axis)) {
        return;
      }
      index[axis] = 0;
    }
  }
}
