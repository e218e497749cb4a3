package penumbra.datasets.audit.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.datasets.audit.check.Finding.Severity;
import penumbra.datasets.audit.measure.AuditSet;
import penumbra.datasets.audit.measure.AuditedImage;
import penumbra.io.ImageFiles;

/// Files whose content has another format than their names say.
final class MislabelledCheck implements Check {
  @Override
  public String name() {
    return "mislabelled";
  }

  @Override
  public String title() {
    return "Mislabelled files";
  }

  @Override
  public String explanation() {
    return "The name's ending promises one format, the content is another. Programs that go by "
        + "the name fail on such files, or read them by another decoder.";
  }

  @Override
  public List<Finding> findings(AuditSet set) {
    List<Finding> findings = new ArrayList<>();
    for (AuditedImage image : set.images()) {
      Optional<String> promised = ImageFiles.formatNamed(Path.of(image.name()));
      if (promised.isPresent() && !promised.get().equals(image.form().format())) {
        String text =
            "The name says " + promised.get() + ", but it is " + image.form().format() + ".";
        findings.add(Finding.of(Severity.DEFECT, text, List.of(image.name())));
      }
    }
    return findings;
  }
}
