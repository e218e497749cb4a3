package penumbra.datasets.audit.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import penumbra.datasets.audit.check.Finding.Severity;
import penumbra.datasets.audit.measure.AuditSet;
import penumbra.datasets.audit.measure.AuditedImage;

/// Files with the same bytes.
final class ExactDuplicatesCheck implements Check {
  @Override
  public String name() {
    return "exact-duplicates";
  }

  @Override
  public String title() {
    return "Exact duplicates";
  }

  @Override
  public String explanation() {
    return "Files with the same SHA-256, across splits and classes too. Blank pictures and "
        + "nested copies are told apart.";
  }

  @Override
  public List<Finding> findings(AuditSet set) {
    Map<String, List<AuditedImage>> same = new LinkedHashMap<>();
    for (AuditedImage image : set.seen()) {
      same.computeIfAbsent(image.sha256(), _ -> new ArrayList<>()).add(image);
    }
    List<Finding> findings = new ArrayList<>();
    for (List<AuditedImage> images : same.values()) {
      if (images.size() > 1) {
        SplitOverlap crossing = SplitOverlap.of(images);
        String text = images.size() + " files have the same bytes" + crossing.describe() + ".";
        List<String> names = images.stream().map(AuditedImage::name).toList();
        findings.add(new Finding(Severity.DEFECT, text, names, crossing.weight(), ""));
      }
    }
    return findings;
  }
}
