package penumbra.datasets.audit;

import java.nio.file.Path;
import java.util.List;
import penumbra.datasets.audit.check.Finding;
import penumbra.datasets.audit.measure.AuditSet;
import penumbra.datasets.audit.measure.Shortcut;
import penumbra.datasets.stats.ImageSurvey;

/// The result of an audit.
///
/// @param request the request
/// @param set the images that were measured, and the files that could not be read
/// @param answers the result of each check
/// @param shortcuts how well simple features separate the classes
public record AuditResult(
    AuditRequest request, AuditSet set, List<CheckResult> answers, List<Shortcut> shortcuts) {
  public AuditResult {
    answers = List.copyOf(answers);
    shortcuts = List.copyOf(shortcuts);
  }

  /// The number of images that were measured.
  public int images() {
    return set.images().size();
  }

  /// The files that could not be read.
  public List<ImageSurvey.Failure> failures() {
    return set.failures();
  }

  /// The folders that could not be listed.
  public List<Path> unreadableFolders() {
    return set.set().unreadableFolders();
  }

  /// All findings, in the order of the checks.
  public List<Finding> findings() {
    return answers.stream().flatMap(answer -> answer.findings().stream()).toList();
  }

  /// The number of findings of a severity.
  public long count(Finding.Severity severity) {
    return findings().stream().filter(finding -> finding.severity() == severity).count();
  }
}
