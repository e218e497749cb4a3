package penumbra.datasets.audit.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.core.Failure;
import penumbra.datasets.audit.check.Finding.Severity;
import penumbra.datasets.audit.measure.AuditSet;
import penumbra.datasets.stats.ImageSurvey;
import penumbra.io.format.FileFailures;

/// Files that cannot be decoded.
final class UnreadableCheck implements Check {
  @Override
  public String name() {
    return "unreadable";
  }

  @Override
  public String title() {
    return "Unreadable files";
  }

  @Override
  public String explanation() {
    return "Files with the ending of a picture that cannot be decoded, and folders that cannot "
        + "be listed.";
  }

  @Override
  public boolean needsNoImages() {
    return true;
  }

  @Override
  public List<Finding> findings(AuditSet set) {
    List<Finding> findings = new ArrayList<>();
    for (ImageSurvey.Failure failure : set.failures()) {
      String name = set.nameOf(failure);
      findings.add(
          new Finding(
              Severity.DEFECT,
              reason(failure, set),
              List.of(name),
              0,
              "",
              Optional.of(told(failure, name, set))));
    }
    for (Path folder : set.set().unreadableFolders()) {
      String name = set.set().root().relativize(folder).toString().replace('\\', '/');
      findings.add(Finding.of(Severity.DEFECT, "The folder cannot be listed.", List.of(name)));
    }
    return findings;
  }

  /// The error with the file's name below the set's folder.
  private static Failure told(ImageSurvey.Failure failure, String name, AuditSet set) {
    Failure told = FileFailures.of(failure.image().file(), failure.error());
    String subject = told.subject().replace(failure.image().file().toString(), name);
    String root = set.set().root().toString();
    return new Failure(
        told.kind(),
        subject,
        told.rule().replace(root, ""),
        told.found().replace(root, ""),
        told.remedy().replace(root, ""),
        told.offset());
  }

  /// The error without the path, which is shown separately and depends on the location of the set.
  private static String reason(ImageSurvey.Failure failure, AuditSet set) {
    Throwable error = failure.error();
    if (error instanceof OutOfMemoryError) {
      return "It is too large for the memory.";
    }
    String message = error.getMessage() == null ? error.toString() : error.getMessage();
    String file = failure.image().file().toString();
    String text = message.startsWith(file) ? "It" + message.substring(file.length()) : message;
    return text.replace(set.set().root().toString(), "") + ".";
  }
}
