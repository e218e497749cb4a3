package penumbra.datasets.audit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import penumbra.catalogue.Numbers;
import penumbra.datasets.audit.check.Finding.Severity;
import penumbra.datasets.audit.measure.AuditSet;
import penumbra.datasets.audit.measure.AuditedImage;

/// Images whose files name an orientation. Some programs turn them, others do not, so that the same
/// set gives different pixels.
final class OrientationCheck implements Check {
  @Override
  public String name() {
    return "orientation";
  }

  @Override
  public String title() {
    return "Orientations that are not applied";
  }

  @Override
  public String explanation() {
    return "Images whose files ask to be turned or mirrored (EXIF, TIFF). Penumbra reads the pixels "
        + "as they are stored; other programs turn them.";
  }

  @Override
  public List<Finding> findings(AuditSet set) {
    Map<String, List<String>> names = new TreeMap<>();
    for (AuditedImage image : set.images()) {
      image
          .orientation()
          .ifPresent(told -> names.computeIfAbsent(told, _ -> new ArrayList<>()).add(image.name()));
    }
    List<Finding> findings = new ArrayList<>();
    names.forEach((told, images) -> {
      String text = Numbers.count(images.size()) + (images.size() == 1 ? " image: " : " images: ");
      findings.add(new Finding(Severity.NOTE, text + told, images, images.size(), "images"));
    });
    return findings;
  }
}
