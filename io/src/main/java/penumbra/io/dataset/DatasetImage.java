package penumbra.io.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// An image file of a data set.
///
/// @param file where it is
/// @param split the part of the set it belongs to
/// @param label what it shows; [Label#SEVERAL] if a label file tells several findings
/// @param findings all that a label file tells that it shows, in the file's order; empty where the
///   label is that of a folder
/// @param patient whose it is, if names or label files tell
public record DatasetImage(
    Path file, Split split, Label label, List<String> findings, Optional<DatasetPatient> patient) {
  public DatasetImage {
    findings = List.copyOf(findings);
  }

  /// An image of which folders tell split and label.
  public DatasetImage(Path file, Split split, Label label) {
    this(file, split, label, List.of(), Optional.empty());
  }

  /// The findings with `|` between them, or the name of the label: for tables.
  public String labelText() {
    return findings.size() > 1 ? String.join("|", findings) : label.name();
  }
}
