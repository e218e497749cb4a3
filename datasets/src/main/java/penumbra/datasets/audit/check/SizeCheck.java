package penumbra.datasets.audit.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import penumbra.datasets.audit.check.Finding.Severity;
import penumbra.datasets.audit.measure.AuditSet;
import penumbra.datasets.audit.measure.AuditedImage;

/// Pictures of unusual sizes and shapes.
final class SizeCheck implements Check {
  private static final double MOST_STRETCHED = 2;
  private static final double SMALLEST = 4;

  @Override
  public String name() {
    return "size";
  }

  @Override
  public String title() {
    return "Odd sizes and shapes";
  }

  @Override
  public String explanation() {
    return "Pictures whose shorter side is below a quarter of the set's median, or whose ratio "
        + "of width to height is more than twice or less than half of the median.";
  }

  @Override
  public List<Finding> findings(AuditSet set) {
    double side = median(set.images(), SizeCheck::shorter);
    double aspect = median(set.images(), AuditedImage::aspect);
    List<Finding> findings = new ArrayList<>();
    for (AuditedImage image : set.images()) {
      double ratio = image.aspect() / aspect;
      boolean odd = ratio > MOST_STRETCHED || ratio < 1 / MOST_STRETCHED;
      boolean small = SMALLEST * shorter(image) < side;
      if (odd || small) {
        String text =
            "It has "
                + image.height()
                + " x "
                + image.width()
                + " pixels (height x width), "
                + (odd ? "another shape than" : "far fewer than")
                + " the others.";
        findings.add(
            Finding.of(Severity.SUSPICION, text, image, Math.abs(Math.log(ratio)), "log ratio"));
      }
    }
    return findings;
  }

  private static double shorter(AuditedImage image) {
    return Math.min(image.height(), image.width());
  }

  private static double median(List<AuditedImage> images, ToDoubleFunction<AuditedImage> value) {
    double[] sorted = images.stream().mapToDouble(value).sorted().toArray();
    return sorted.length == 0
        ? Double.NaN
        : Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElse(0);
  }
}
