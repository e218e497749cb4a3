package penumbra.datasets.audit.check;

import java.nio.file.Path;
import java.util.List;
import penumbra.catalogue.Numbers;
import penumbra.datasets.audit.check.Finding.Severity;
import penumbra.datasets.audit.measure.AuditSet;

/// A copy of the set, or of a part of it, inside the set.
final class NestedCopiesCheck implements Check {
  @Override
  public String name() {
    return "nested-copies";
  }

  @Override
  public String title() {
    return "Nested copies";
  }

  @Override
  public String explanation() {
    return "Files that lie deeper than another one with the same split, class, name and bytes. "
        + "They are not counted in anything else here.";
  }

  @Override
  public List<Finding> findings(AuditSet set) {
    List<Path> copies = set.set().nestedCopies();
    if (copies.isEmpty()) {
      return List.of();
    }
    Path root = set.set().root();
    List<String> names =
        copies.stream().map(copy -> root.relativize(copy).toString().replace('\\', '/')).toList();
    String text =
        copies.size() == 1
            ? "1 file is a nested copy of another one."
            : Numbers.count(copies.size()) + " files are nested copies of others.";
    return List.of(Finding.of(Severity.DEFECT, text, names));
  }
}
