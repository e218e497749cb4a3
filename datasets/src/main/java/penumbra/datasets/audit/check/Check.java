package penumbra.datasets.audit.check;

import java.io.IOException;
import java.util.List;
import penumbra.datasets.audit.measure.AuditSet;

/// Looks for one kind of defect in a data set. A new one is a class and its line in [Checks].
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
  /// What programs call it, in kebab-case.
  String name();

  /// What the report calls it.
  String title();

  /// What is looked for and by which rule, for the report.
  String explanation();

  /// What is found in `set`, the worst first.
  List<Finding> findings(AuditSet set) throws IOException;

  /// Whether the check has an answer where no image could be read.
  default boolean needsNoImages() {
    return false;
  }
}
