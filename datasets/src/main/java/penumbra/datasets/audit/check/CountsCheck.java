package penumbra.datasets.audit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import penumbra.catalogue.Numbers;
import penumbra.datasets.audit.check.Finding.Severity;
import penumbra.datasets.audit.measure.AuditSet;
import penumbra.datasets.stats.StatisticsRow;
import penumbra.io.dataset.DatasetImage;

/// The numbers of images, compared with the expected numbers.
final class CountsCheck implements Check {
  @Override
  public String name() {
    return "counts";
  }

  @Override
  public String title() {
    return "Expected counts";
  }

  @Override
  public String explanation() {
    return "The images of each class in each split, files that cannot be read among them, "
        + "against the numbers that were expected. Without such numbers nothing is found.";
  }

  @Override
  public List<Finding> findings(AuditSet set) {
    Map<String, Integer> found = new TreeMap<>();
    for (DatasetImage image : set.set().images()) {
      found.merge(StatisticsRow.splitOf(image) + "/" + image.label(), 1, Integer::sum);
    }
    Map<String, Integer> expected = new TreeMap<>(set.expected().counts());
    List<Finding> findings = new ArrayList<>();
    expected.forEach((group, count) -> {
      int there = found.getOrDefault(group, 0);
      if (there != count) {
        findings.add(finding(group + " should have " + Numbers.count(count), there));
      }
    });
    if (!expected.isEmpty()) {
      found.forEach((group, count) -> {
        if (!expected.containsKey(group)) {
          findings.add(finding(group + " should not be there", count));
        }
      });
    }
    return findings;
  }

  private static Finding finding(String rule, int there) {
    String text =
        rule + ", but has " + Numbers.count(there) + (there == 1 ? " image." : " images.");
    return Finding.of(Severity.DEFECT, text, List.of());
  }
}
