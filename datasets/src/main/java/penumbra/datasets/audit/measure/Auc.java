package penumbra.datasets.audit.measure;

import java.util.Arrays;

/// How well a number separates two classes: the probability that it is larger for a random image of
/// one class than for one of the other (ties count half), with its 95 % confidence interval.
///
/// ```
/// Auc auc = Auc.of(pneumonia, normal);
/// ```
///
/// This is the area under the ROC curve: 0.5 means no separation, 1 and 0 mean perfect separation.
/// The variance is DeLong's, by midranks. The interval is symmetric in the logit, so that it stays
/// between 0 and 1. If the classes do not overlap, DeLong's variance is 0 and the logit is
/// infinite. Then the variance is that of Hanley and McNeil, half a pair from the end, and the
/// interval extends from that end inwards on the scale of the area.
///
/// **Source:** E. R. DeLong et al., 1988, doi:10.2307/2531595; X. Sun, W. Xu, 2014,
/// doi:10.1109/LSP.2014.2337313; J. A. Hanley, B. J. McNeil, 1982,
/// doi:10.1148/radiology.143.1.7063747.
///
/// @param value the area
/// @param low the lower end of the interval
/// @param high the upper end of the interval
/// @param standardError the root of the variance
public record Auc(double value, double low, double high, double standardError) {
  private static final double QUANTILE = 1.959963984540054;

  /// The area for the numbers of one class against those of the other; both must be non-empty and
  /// without NaN.
  static Auc of(double[] positives, double[] negatives) {
    int m = positives.length;
    int n = negatives.length;
    double[] all = Arrays.copyOf(positives, m + n);
    System.arraycopy(negatives, 0, all, m, n);
    double[] ranks = midranks(all);
    double[] within = midranks(positives);
    double[] withinOthers = midranks(negatives);
    double[] shareBelow = new double[m];
    for (int i = 0; i < m; i++) {
      shareBelow[i] = (ranks[i] - within[i]) / n;
    }
    double[] shareAbove = new double[n];
    for (int i = 0; i < n; i++) {
      shareAbove[i] = 1 - (ranks[m + i] - withinOthers[i]) / m;
    }
    double value = Arrays.stream(shareBelow).sum() / m;
    double variance = variance(shareBelow) / m + variance(shareAbove) / n;
    return variance > 0 ? of(value, variance) : apart(value, m, n);
  }

  private static Auc of(double value, double variance) {
    double error = Math.sqrt(variance);
    double logit = Math.log(value / (1 - value));
    double reach = QUANTILE * error / (value * (1 - value));
    return new Auc(value, logistic(logit - reach), logistic(logit + reach), error);
  }

  private static double logistic(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  private static Auc apart(double value, int m, int n) {
    double half = 0.5 / ((double) m * n);
    double inside = Math.clamp(value, half, 1 - half);
    double best = Math.max(inside, 1 - inside);
    double q1 = best / (2 - best);
    double q2 = 2 * best * best / (1 + best);
    double variance =
        (best * (1 - best) + (m - 1) * (q1 - best * best) + (n - 1) * (q2 - best * best))
            / ((double) m * n);
    double error = Math.sqrt(variance);
    double low = Math.clamp(inside - QUANTILE * error, 0, value);
    double high = Math.clamp(inside + QUANTILE * error, value, 1);
    return new Auc(value, low, high, error);
  }

  /// The ranks from 1 on; equal numbers share the mean of their ranks.
  private static double[] midranks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      // Adding 0 makes -0 and 0 the same number.
      int below = count(sorted, values[i] + 0.0, false);
      int upTo = count(sorted, values[i] + 0.0, true);
      ranks[i] = (below + upTo + 1) / 2.0;
    }
    return ranks;
  }

  /// The number of sorted values below `limit`, or up to it.
  private static int count(double[] sorted, double limit, boolean including) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < limit || (including && sorted[middle] <= limit)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The variance with one degree of freedom less than there are numbers; 0 for a single one.
  private static double variance(double[] values) {
    double mean = Arrays.stream(values).sum() / values.length;
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return values.length < 2 ? 0 : squares / (values.length - 1);
  }

  /// The area, or its complement if that is larger: how well the number separates the classes, in
  /// either direction.
  public double strength() {
    return Math.max(value, 1 - value);
  }

  /// The lower end of the interval of [#strength].
  public double strengthAtLeast() {
    return value >= 0.5 ? low : 1 - high;
  }
}
