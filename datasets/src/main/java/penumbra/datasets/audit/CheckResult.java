package penumbra.datasets.audit;

import java.util.Comparator;
import java.util.List;
import penumbra.datasets.audit.check.Check;
import penumbra.datasets.audit.check.Finding;

/// The result of one check.
///
/// @param check the check's name for programs
/// @param title its name for people
/// @param explanation what it looks for, and the rule
/// @param findings the most serious first
public record CheckResult(String check, String title, String explanation, List<Finding> findings) {
  private static final Comparator<Finding> GRAVEST_FIRST =
      Comparator.comparing(Finding::severity)
          .thenComparing(Comparator.comparingDouble(Finding::value).reversed());

  public CheckResult {
    // Stable: equal findings stay in the order of the set.
    findings = findings.stream().sorted(GRAVEST_FIRST).toList();
  }

  static CheckResult of(Check check, List<Finding> findings) {
    return new CheckResult(check.name(), check.title(), check.explanation(), findings);
  }
}
