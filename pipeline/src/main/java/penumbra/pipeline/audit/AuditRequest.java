package penumbra.pipeline.audit;

import java.nio.file.Path;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;

/// What to audit, and where the report goes.
///
/// @param input the folder of the data set, or an archive
/// @param output the folder for the report; made if need be, and not inside `input`
/// @param expected how many images there should be
/// @param execution on how many threads
public record AuditRequest(Path input, Path output, Expectation expected, Execution execution) {
  public AuditRequest {
    InvalidInputException.require(
        !output.toAbsolutePath().normalize().startsWith(input.toAbsolutePath().normalize()),
        "the output folder",
        "must not lie in the folder of images " + input,
        output,
        "choose a folder beside it, or its pictures would be taken for radiographs next time");
  }

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
