package penumbra.datasets.audit;

import java.nio.file.Path;
import penumbra.core.Execution;
import penumbra.datasets.audit.measure.Expectation;

/// What to audit, and the folder for the report.
///
/// @param input the folder of the data set, or an archive
/// @param output the folder for the report; created if it is missing, and not inside `input`
/// @param expected the expected numbers of images
/// @param execution the number of threads
public record AuditRequest(Path input, Path output, Expectation expected, Execution execution) {
  /// Without expected counts, on all cores.
  public static AuditRequest of(Path input, Path output) {
    return new AuditRequest(input, output, Expectation.none(), Execution.allCores());
  }

  /// The same with expected counts.
  public AuditRequest withExpected(Expectation newExpected) {
    return new AuditRequest(input, output, newExpected, execution);
  }

  /// The same on other threads.
  public AuditRequest withExecution(Execution newExecution) {
    return new AuditRequest(input, output, expected, newExecution);
  }
}
