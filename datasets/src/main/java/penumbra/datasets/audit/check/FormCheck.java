package penumbra.datasets.audit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import penumbra.catalogue.Numbers;
import penumbra.datasets.audit.check.Finding.Severity;
import penumbra.datasets.audit.measure.AuditSet;
import penumbra.datasets.audit.measure.AuditedImage;

/// Images whose format, channels or bit depth differ from most.
final class FormCheck implements Check {
  @Override
  public String name() {
    return "form";
  }

  @Override
  public String title() {
    return "Formats, channels and bit depths";
  }

  @Override
  public String explanation() {
    return "Images that are stored in another format, with other channels or another bit depth "
        + "than most of the set.";
  }

  @Override
  public List<Finding> findings(AuditSet set) {
    Map<String, List<AuditedImage>> forms = new TreeMap<>();
    for (AuditedImage image : set.images()) {
      forms.computeIfAbsent(image.form().describe(), _ -> new ArrayList<>()).add(image);
    }
    int most = forms.values().stream().mapToInt(List::size).max().orElse(0);
    List<Finding> findings = new ArrayList<>();
    boolean first = true;
    for (Map.Entry<String, List<AuditedImage>> form : forms.entrySet()) {
      List<AuditedImage> images = form.getValue();
      if (images.size() == most && first) {
        first = false;
        continue;
      }
      String text =
          Numbers.count(images.size())
              + (images.size() == 1 ? " image is " : " images are ")
              + form.getKey()
              + ", unlike "
              + Numbers.count(most)
              + " others.";
      findings.add(
          new Finding(
              Severity.NOTE,
              text,
              images.stream().map(AuditedImage::name).toList(),
              images.size(),
              "images"));
    }
    return findings;
  }
}
