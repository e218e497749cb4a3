package penumbra.datasets.audit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import penumbra.datasets.audit.check.Finding.Severity;
import penumbra.datasets.audit.measure.AuditSet;
import penumbra.datasets.audit.measure.AuditedImage;
import penumbra.datasets.audit.measure.Borders;

/// Pictures with black bars at their edges.
final class BorderCheck implements Check {
  @Override
  public String name() {
    return "border";
  }

  @Override
  public String title() {
    return "Black borders";
  }

  @Override
  public String explanation() {
    return "Rows or columns at the edges that are black from end to end, at least 1 % of the "
        + "side, and end in a straight line. Air beside the patient does not.";
  }

  @Override
  public List<Finding> findings(AuditSet set) {
    List<Finding> findings = new ArrayList<>();
    for (AuditedImage image : set.seen()) {
      Borders borders = image.traits().borders();
      if (borders.straight()) {
        String text =
            String.format(
                Locale.ROOT,
                "Black lines take %.1f %% of the picture: %s.",
                100 * borders.share(),
                borders.describe());
        findings.add(
            Finding.of(Severity.SUSPICION, text, image, borders.share(), "share of the picture"));
      }
    }
    return findings;
  }
}
