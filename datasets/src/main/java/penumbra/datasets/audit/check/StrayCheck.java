package penumbra.datasets.audit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import penumbra.catalogue.Numbers;
import penumbra.datasets.audit.check.Finding.Severity;
import penumbra.datasets.audit.measure.AuditSet;
import penumbra.datasets.stats.StatisticsRow;
import penumbra.io.dataset.DatasetImage;
import penumbra.io.dataset.Label;
import penumbra.io.dataset.Split;

/// Images outside the folders of splits and classes.
final class StrayCheck implements Check {
  @Override
  public String name() {
    return "stray";
  }

  @Override
  public String title() {
    return "Images outside of splits and classes";
  }

  @Override
  public String explanation() {
    return "Where most images lie in folders of splits and of classes, those that do not.";
  }

  @Override
  public List<Finding> findings(AuditSet set) {
    List<Finding> findings = new ArrayList<>();
    add(findings, set, image -> image.split() == Split.NONE, "in no folder train, val or test");
    add(findings, set, image -> image.label().equals(Label.NONE), "in no folder of a class");
    return findings;
  }

  private static void add(
      List<Finding> findings, AuditSet set, Predicate<DatasetImage> stray, String where) {
    List<DatasetImage> all = set.set().images();
    List<String> names =
        all.stream()
            .filter(stray)
            .map(image -> StatisticsRow.nameOf(image, set.set().root()))
            .toList();
    if (!names.isEmpty() && 2 * names.size() < all.size()) {
      String text =
          Numbers.count(names.size())
              + (names.size() == 1 ? " image lies " : " images lie ")
              + where;
      findings.add(Finding.of(Severity.SUSPICION, text + ".", names));
    }
  }
}
