package penumbra.datasets.audit.check;

import java.util.ArrayList;
import java.util.List;
import penumbra.datasets.audit.check.Finding.Severity;
import penumbra.datasets.audit.measure.Appearance;
import penumbra.datasets.audit.measure.AuditSet;
import penumbra.datasets.audit.measure.AuditedImage;

/// Pictures that show nothing.
final class BlankCheck implements Check {
  @Override
  public String name() {
    return "blank";
  }

  @Override
  public String title() {
    return "Black, white and empty pictures";
  }

  @Override
  public String explanation() {
    return "All but one pixel in 200 are black (up to level 8 of 255), or white (from 247 on), "
        + "or lie within two levels. Such pictures are checked for nothing else.";
  }

  @Override
  public List<Finding> findings(AuditSet set) {
    List<Finding> findings = new ArrayList<>();
    for (AuditedImage image : set.images()) {
      Appearance traits = image.traits();
      if (traits.blank()) {
        String what = traits.black() ? "black" : traits.white() ? "white" : "of one grey level";
        findings.add(
            Finding.of(Severity.DEFECT, "The picture is " + what + ".", List.of(image.name())));
      }
    }
    return findings;
  }
}
