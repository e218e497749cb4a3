package penumbra.datasets.audit;

import java.nio.file.Path;
import penumbra.core.Execution;
import penumbra.datasets.audit.measure.Expectation;

/// What to audit, and where the report goes.
///
/// @param input the folder of the data set, or an archive
/// @param output the folder for the report; made if need be, and not inside `input`
/// @param expected how many images there should be
/// @param execution on how many threads
public record AuditRequest(Path input, Path output, Expectation expected, Execution execution) {
  /// With nothing expected, on all cores.
  public static AuditRequest of(Path input, Path output) {
    return new AuditRequest(input, output, Expectation.none(), Execution.allCores());
  }

  /// The same with counts expected.
  public AuditRequest withExpected(Expectation newExpected) {
    return new AuditRequest(input, output, newExpected, execution);
  }

  /// The same on other threads.
  public AuditRequest withExecution(Execution newExecution) {
    return new AuditRequest(input, output, expected, newExecution);
  }
}
