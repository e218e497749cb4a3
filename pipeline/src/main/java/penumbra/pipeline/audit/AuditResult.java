package penumbra.pipeline.audit;

import java.nio.file.Path;
import java.util.List;
import penumbra.pipeline.stats.Survey;

/// What came of an audit.
///
/// @param report the page to open
/// @param images how many images were measured
/// @param answers what each check found
/// @param failures the files that could not be read
/// @param unreadableFolders the folders that could not be listed
public record AuditResult(
    Path report,
    int images,
    List<Answer> answers,
    List<Survey.Failure> failures,
    List<Path> unreadableFolders) {
  public AuditResult {
    answers = List.copyOf(answers);
    failures = List.copyOf(failures);
    unreadableFolders = List.copyOf(unreadableFolders);
  }

  /// All that was found.
  public List<Finding> findings() {
    return answers.stream().flatMap(answer -> answer.findings().stream()).toList();
  }

  /// How many findings are as grave as that.
  public long count(Finding.Severity severity) {
    return findings().stream().filter(finding -> finding.severity() == severity).count();
  }
}
