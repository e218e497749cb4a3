package penumbra.datasets.audit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import penumbra.datasets.audit.check.Finding.Severity;
import penumbra.datasets.audit.measure.Auc;
import penumbra.datasets.audit.measure.AuditSet;
import penumbra.datasets.audit.measure.AuditedImage;
import penumbra.datasets.audit.measure.Discriminant;
import penumbra.io.dataset.Label;
import penumbra.io.dataset.Split;

/// Splits in which two classes seem to be exchanged.
final class SwappedLabelsCheck implements Check {
  private static final int FEWEST = 10;
  private static final double REVERSED = 0.4;
  private static final double TRUSTED = 0.6;

  @Override
  public String name() {
    return "swapped-labels";
  }

  @Override
  public String title() {
    return "Swapped classes";
  }

  @Override
  public String explanation() {
    return "Splits whose classes differ from each other in the opposite direction from those of the"
        + " other splits. Ridge regression on what the pictures of the other splits look like (16 x"
        + " 16 values, how far the sides differ, and four features) tells the class of those here;"
        + " where it works among the others, and is wrong here far more often than right, the"
        + " folders may have been exchanged. The largest split is taken to be right.";
  }

  @Override
  public List<Finding> findings(AuditSet set) {
    List<Finding> findings = new ArrayList<>();
    List<Label> labels = set.labels();
    if (labels.size() < 2) {
      return findings;
    }
    List<AuditedImage> seen = set.seen();
    for (Label label : labels.size() == 2 ? labels.subList(1, 2) : labels) {
      for (Split split : set.splits()) {
        if (split != largest(set)) {
          judge(seen, label, split, findings);
        }
      }
    }
    return findings;
  }

  private static Split largest(AuditSet set) {
    Split largest = set.splits().getFirst();
    for (Split split : set.splits()) {
      largest = size(set, split) > size(set, largest) ? split : largest;
    }
    return largest;
  }

  private static long size(AuditSet set, Split split) {
    return set.images().stream().filter(image -> image.image().split() == split).count();
  }

  private static void judge(
      List<AuditedImage> seen, Label label, Split split, List<Finding> findings) {
    List<AuditedImage> labelled =
        seen.stream().filter(image -> !image.image().label().equals(Label.NONE)).toList();
    List<AuditedImage> own =
        labelled.stream().filter(image -> image.image().split() == split).toList();
    List<AuditedImage> others =
        labelled.stream().filter(image -> image.image().split() != split).toList();
    if (!enough(own, label) || !enough(half(others, 0), label) || !enough(half(others, 1), label)) {
      return;
    }
    Auc here = Discriminant.judge(others, of(others, label), own, of(own, label));
    if (here.high() >= REVERSED) {
      return;
    }
    List<AuditedImage> even = half(others, 0);
    List<AuditedImage> odd = half(others, 1);
    Auc there = Discriminant.judge(even, of(even, label), odd, of(odd, label));
    if (there.low() > TRUSTED) {
      String text =
          String.format(
              Locale.ROOT,
              "%s in %s looks like what is not %s in the other splits: AUC %.2f (95 %%: %.2f to"
                  + " %.2f); among those the same tells it with %.2f.",
              label,
              split == Split.NONE ? "no split" : split.name().toLowerCase(Locale.ROOT),
              label,
              here.value(),
              here.low(),
              here.high(),
              there.value());
      findings.add(new Finding(Severity.SUSPICION, text, List.of(), 1 - here.value(), "1 - AUC"));
    }
  }

  private static List<AuditedImage> half(List<AuditedImage> images, int rest) {
    return IntStream.range(0, images.size())
        .filter(i -> i % 2 == rest)
        .mapToObj(images::get)
        .toList();
  }

  private static boolean enough(List<AuditedImage> images, Label label) {
    long own = images.stream().filter(image -> image.image().label().equals(label)).count();
    return Math.min(own, images.size() - own) >= FEWEST;
  }

  private static boolean[] of(List<AuditedImage> images, Label label) {
    boolean[] own = new boolean[images.size()];
    for (int i = 0; i < own.length; i++) {
      own[i] = images.get(i).image().label().equals(label);
    }
    return own;
  }
}
