package penumbra.datasets.audit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import penumbra.datasets.audit.check.Finding.Severity;
import penumbra.datasets.audit.measure.Auc;
import penumbra.datasets.audit.measure.AuditSet;
import penumbra.datasets.audit.measure.Shortcut;

/// Features that predict the class without looking at the chest.
final class ShortcutCheck implements Check {
  private static final double TELLS = 0.7;

  @Override
  public String name() {
    return "shortcuts";
  }

  @Override
  public String title() {
    return "Shortcuts";
  }

  @Override
  public String explanation() {
    return "Whether brightness, contrast, sharpness, size, shape, border, compression or form alone"
        + " tells the class: the area under the ROC curve, with its 95 % interval (DeLong). A model"
        + " may learn such a feature instead of the disease. Reported where the interval lies above"
        + " 0.7 (or below 0.3), for classes of 10 images or more.";
  }

  @Override
  public List<Finding> findings(AuditSet set) {
    List<Finding> findings = new ArrayList<>();
    for (Shortcut shortcut : Shortcut.of(set)) {
      Auc auc = shortcut.auc();
      if (auc.strengthAtLeast() > TELLS) {
        String text =
            String.format(
                Locale.ROOT,
                "%s is %s: AUC %.3f (95 %%: %.3f to %.3f).",
                shortcut.feature().title(),
                shortcut.direction(),
                auc.value(),
                auc.low(),
                auc.high());
        String sentence = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        findings.add(new Finding(Severity.SUSPICION, sentence, List.of(), auc.strength(), "AUC"));
      }
    }
    return findings;
  }
}
