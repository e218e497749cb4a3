package penumbra.datasets.audit.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import penumbra.datasets.audit.check.Finding.Severity;
import penumbra.datasets.audit.measure.AuditSet;
import penumbra.datasets.audit.measure.AuditedImage;
import penumbra.datasets.audit.measure.Polarities;

/// Negatives among positives, or the reverse.
final class InversionCheck implements Check {
  private static final int FEWEST = 8;

  /// Pictures of one kind fit a window of their template so well. Smooth noise fits by 0.5 to 0.83.
  private static final double ALIKE = 0.85;

  /// The margin from which on a picture is clearly upright or clearly a negative.
  private static final double CLEARLY = 0.1;

  private static final double NAMED = 0.15;

  /// The share that must be clearly upright.
  private static final double MOST = 0.6;

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
    return "Each picture, brought to 16 x 16 values, is laid over the parts of what all show, as it"
        + " is and as a negative, since it may be cropped. Those that fit better as a"
        + " negative, by a correlation of 0.15 or more, are inverted. Nothing is said of"
        + " fewer than 8 pictures, or where most pictures do not resemble each other.";
  }

  @Override
  public List<Finding> findings(AuditSet set) {
    List<AuditedImage> seen = set.seen();
    if (seen.size() < FEWEST) {
      return List.of();
    }
    Polarities polarities =
        Polarities.of(seen.stream().map(AuditedImage::signature).toList(), set.execution());
    double[] fits = polarities.fits().clone();
    Arrays.sort(fits);
    double[] margins = polarities.margins();
    long upright = Arrays.stream(margins).filter(margin -> margin > CLEARLY).count();
    if (fits[fits.length / 2] < ALIKE || upright < MOST * margins.length) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < margins.length; i++) {
      if (margins[i] < -NAMED) {
        String text =
            String.format(
                Locale.ROOT, "It looks like a negative of the others (%.2f).", margins[i]);
        findings.add(Finding.of(Severity.SUSPICION, text, seen.get(i), -margins[i], "correlation"));
      }
    }
    return findings;
  }
}
