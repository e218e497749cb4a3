package penumbra.datasets.audit.check;

import java.util.List;
import penumbra.catalogue.Numbers;
import penumbra.core.measure.Statistics;
import penumbra.datasets.audit.check.Finding.Severity;
import penumbra.datasets.audit.measure.AuditSet;
import penumbra.datasets.audit.measure.AuditedImage;

/// Images with values that are infinite or not numbers.
final class NotFiniteCheck implements Check {
  @Override
  public String name() {
    return "not-finite";
  }

  @Override
  public String title() {
    return "Values that are not finite";
  }

  @Override
  public String explanation() {
    return "Values are infinite, such as the logarithm of 0, or not numbers (NaN). All statistics"
        + " leave them out. A network that sees one gives nothing but NaN.";
  }

  @Override
  public List<Finding> findings(AuditSet set) {
    return set.images().stream()
        .filter(image -> count(image) > 0)
        .map(image ->
            Finding.of(
                Severity.DEFECT,
                Numbers.count(count(image)) + " of its values are infinite or not numbers.",
                List.of(image.name())))
        .toList();
  }

  private static long count(AuditedImage image) {
    Statistics values = image.figures().values();
    return values.infiniteCount() + values.nanCount();
  }
}
