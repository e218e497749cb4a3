package penumbra.datasets.audit.check;

import java.io.IOException;
import java.util.List;
import penumbra.datasets.audit.measure.AuditSet;

/// Looks for one kind of defect in a data set. To add one, write a class and add a line to
/// [Checks].
///
/// ```
/// final class TinyCheck implements Check {
///   public String name() { return "tiny"; }
///   public String title() { return "Tiny pictures"; }
///   public String explanation() { return "Pictures of fewer than 100 pixels."; }
///   public List<Finding> findings(AuditSet set) { ... }
/// }
/// ```
public interface Check {
  /// Its name for programs, in kebab-case.
  String name();

  /// Its title in the report.
  String title();

  /// What it looks for, and the rule, for the report.
  String explanation();

  /// The findings in `set`, the worst first.
  List<Finding> findings(AuditSet set) throws IOException;

  /// Whether the check has a result even if no image could be read.
  default boolean needsNoImages() {
    return false;
  }
}
