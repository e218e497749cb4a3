package penumbra.datasets.audit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import penumbra.datasets.audit.check.Finding.Severity;
import penumbra.datasets.audit.measure.AuditSet;
import penumbra.datasets.audit.measure.AuditedImage;

/// Pictures without sharp edges.
final class BlurCheck implements Check {
  private static final double LEAST = 0.7;
  private static final double ABOVE = 0.15;
  private static final int FEW = 5;

  @Override
  public String name() {
    return "blurred";
  }

  @Override
  public String title() {
    return "Blurred pictures";
  }

  @Override
  public String explanation() {
    return "The blur effect of Crete et al. (0 sharp, 1 blurred) is at least 0.7 and at least "
        + "0.15 above the median of the set.";
  }

  @Override
  public List<Finding> findings(AuditSet set) {
    List<AuditedImage> seen =
        set.seen().stream().filter(image -> !Double.isNaN(image.traits().blur())).toList();
    double[] sorted = seen.stream().mapToDouble(image -> image.traits().blur()).sorted().toArray();
    double median = sorted.length == 0 ? 0 : sorted[(sorted.length - 1) / 2];
    // Among so few pictures, the median itself may be that of a blurred one.
    double limit = sorted.length < FEW ? LEAST : Math.max(LEAST, median + ABOVE);
    List<Finding> findings = new ArrayList<>();
    for (AuditedImage image : seen) {
      double blur = image.traits().blur();
      if (blur >= limit) {
        String text =
            String.format(
                Locale.ROOT, "The picture is blurred: %.2f, the median is %.2f.", blur, median);
        findings.add(Finding.of(Severity.SUSPICION, text, image, blur, "blur effect"));
      }
    }
    return findings;
  }
}
