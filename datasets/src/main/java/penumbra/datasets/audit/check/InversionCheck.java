package penumbra.datasets.audit.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import penumbra.datasets.audit.check.Finding.Severity;
import penumbra.datasets.audit.measure.AuditSet;
import penumbra.datasets.audit.measure.AuditedImage;
import penumbra.datasets.audit.measure.Signature;

/// Negatives among positives, or the reverse.
final class InversionCheck implements Check {
  private static final int FEWEST = 8;
  private static final double ALIKE = 0.3;
  private static final double CLEARLY = 0.3;
  private static final int ROUNDS = 4;

  @Override
  public String name() {
    return "inverted";
  }

  @Override
  public String title() {
    return "Inverted pictures";
  }

  @Override
  public String explanation() {
    return "Each picture, brought to 16 x 16 values, is compared with the mean of all, each "
        + "turned so that it fits best. The few whose correlation is below -0.3 are inverted. "
        + "Nothing is said of fewer than 8 pictures, or where the pictures do not resemble each "
        + "other.";
  }

  @Override
  public List<Finding> findings(AuditSet set) {
    List<AuditedImage> seen = set.seen();
    if (seen.size() < FEWEST) {
      return List.of();
    }
    double[] likeness = likeness(seen);
    double[] strengths = Arrays.stream(likeness).map(Math::abs).sorted().toArray();
    if (strengths[strengths.length / 2] < ALIKE) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < likeness.length; i++) {
      if (likeness[i] < -CLEARLY) {
        String text =
            String.format(
                Locale.ROOT, "It looks like a negative of the others (%.2f).", likeness[i]);
        findings.add(
            Finding.of(Severity.SUSPICION, text, seen.get(i), -likeness[i], "correlation"));
      }
    }
    return findings;
  }

  /// The correlation of each picture with the mean of all; the majority determines the sign.
  private static double[] likeness(List<AuditedImage> seen) {
    int[] signs = new int[seen.size()];
    Arrays.fill(signs, 1);
    double[] likeness = new double[seen.size()];
    for (int round = 0; round < ROUNDS; round++) {
      double[] mean = new double[Signature.LOOK * Signature.LOOK];
      for (int i = 0; i < signs.length; i++) {
        byte[] look = seen.get(i).signature().look();
        for (int k = 0; k < mean.length; k++) {
          mean[k] += signs[i] * look[k];
        }
      }
      for (int i = 0; i < signs.length; i++) {
        likeness[i] = correlation(seen.get(i).signature().look(), mean);
        signs[i] = likeness[i] < 0 ? -1 : 1;
      }
    }
    long negative = Arrays.stream(likeness).filter(value -> value < 0).count();
    return 2 * negative > signs.length
        ? Arrays.stream(likeness).map(value -> -value).toArray()
        : likeness;
  }

  private static double correlation(byte[] look, double[] mean) {
    double product = 0;
    double own = 0;
    double all = 0;
    for (int k = 0; k < mean.length; k++) {
      product += look[k] * mean[k];
      own += look[k] * look[k];
      all += mean[k] * mean[k];
    }
    return own > 0 && all > 0 ? product / Math.sqrt(own * all) : 0;
  }
}
