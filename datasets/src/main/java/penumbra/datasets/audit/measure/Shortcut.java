package penumbra.datasets.audit.measure;

import java.util.ArrayList;
import java.util.List;
import penumbra.io.dataset.Label;

/// How well a single feature predicts a class.
///
/// @param feature the feature
/// @param label the class that it separates from the others
/// @param auc how well it separates them
/// @param images the number of images of the class
/// @param others the number of other images
public record Shortcut(Feature feature, Label label, Auc auc, int images, int others) {
  /// With fewer images of a class, the result is not reliable.
  static final int FEWEST = 10;

  /// Every feature against every class. If there are two classes, only the second one, because the
  /// first is its mirror image.
  public static List<Shortcut> of(AuditSet set) {
    List<AuditedImage> seen = set.seen();
    List<Label> labels = set.labels();
    List<Shortcut> shortcuts = new ArrayList<>();
    for (Label label : labels.size() == 2 ? labels.subList(1, 2) : labels) {
      for (Feature feature : Feature.ALL) {
        double[] positives = values(seen, feature, label, true);
        double[] negatives = values(seen, feature, label, false);
        if (Math.min(positives.length, negatives.length) >= FEWEST) {
          Auc auc = Auc.of(positives, negatives);
          shortcuts.add(new Shortcut(feature, label, auc, positives.length, negatives.length));
        }
      }
    }
    return labels.size() < 2 ? List.of() : shortcuts;
  }

  private static double[] values(
      List<AuditedImage> seen, Feature feature, Label label, boolean own) {
    return seen.stream()
        .filter(image -> !image.image().label().equals(Label.NONE))
        .filter(image -> image.image().label().equals(label) == own)
        .mapToDouble(feature::of)
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }

  /// The direction: `larger for PNEUMONIA`.
  public String direction() {
    return (auc.value() >= 0.5 ? "larger" : "smaller") + " for " + label;
  }
}
