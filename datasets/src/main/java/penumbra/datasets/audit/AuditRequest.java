package penumbra.datasets.audit;

import java.nio.file.Path;
import penumbra.core.Execution;
import penumbra.datasets.audit.measure.Expectation;
import penumbra.io.dataset.LabelRequest;

/// What to audit, and the folder for the report.
///
/// @param input the folder of the data set, or an archive
/// @param output the folder for the report; created if it is missing, and not inside `input`
/// @param expected the expected numbers of images
/// @param labels where labels are read besides the names of folders
/// @param execution on how many threads
public record AuditRequest(
    Path input, Path output, Expectation expected, LabelRequest labels, Execution execution) {
  /// Without expected counts, on all cores.
  public static AuditRequest of(Path input, Path output) {
    return new AuditRequest(
        input, output, Expectation.none(), LabelRequest.BESIDE, Execution.allCores());
  }

  /// The same with expected counts.
  public AuditRequest withExpected(Expectation newExpected) {
    return new AuditRequest(input, output, newExpected, labels, execution);
  }

  /// The same on other threads.
  public AuditRequest withExecution(Execution newExecution) {
    return new AuditRequest(input, output, expected, labels, newExecution);
  }

  /// The same with labels from elsewhere.
  public AuditRequest withLabels(LabelRequest newLabels) {
    return new AuditRequest(input, output, expected, newLabels, execution);
  }
}
