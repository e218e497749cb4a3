package penumbra.datasets.audit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import penumbra.catalogue.Numbers;
import penumbra.datasets.audit.check.Finding.Severity;
import penumbra.datasets.audit.measure.AuditSet;
import penumbra.io.dataset.Label;
import penumbra.io.dataset.Split;

/// Classes and splits of very different sizes.
final class BalanceCheck implements Check {
  private static final double UNEVEN = 2;
  private static final double APART = 0.1;
  private static final int TINY = 50;
  private static final double TINY_SHARE = 0.02;

  @Override
  public String name() {
    return "balance";
  }

  @Override
  public String title() {
    return "Class balance";
  }

  @Override
  public String explanation() {
    return "A class with more than twice as many images as another; a split in which the share "
        + "of a class is more than 10 percentage points from its share in the whole set, or "
        + "which lacks a class; a split of fewer than 50 images and of less than 2 % of the "
        + "set.";
  }

  @Override
  public List<Finding> findings(AuditSet set) {
    List<Finding> findings = new ArrayList<>();
    List<Label> labels = set.labels();
    if (labels.size() > 1) {
      wholeSet(set, labels, findings);
      for (Split split : set.splits()) {
        split(set, labels, split, findings);
      }
    }
    if (set.splits().size() > 1) {
      for (Split split : set.splits()) {
        long count = set.images().stream().filter(image -> image.image().split() == split).count();
        if (count < TINY && count < TINY_SHARE * set.images().size()) {
          findings.add(note(nameOf(split) + " has only " + Numbers.count(count) + " images.", 0));
        }
      }
    }
    return findings;
  }

  private static void wholeSet(AuditSet set, List<Label> labels, List<Finding> findings) {
    long[] counts = labels.stream().mapToLong(label -> count(set, label)).toArray();
    int most = 0;
    int fewest = 0;
    for (int i = 0; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
      fewest = counts[i] < counts[fewest] ? i : fewest;
    }
    double ratio = (double) counts[most] / counts[fewest];
    if (ratio > UNEVEN) {
      String text =
          String.format(
              Locale.ROOT,
              "%s has %,d images, %s %,d: %.1f times as many.",
              labels.get(most),
              counts[most],
              labels.get(fewest),
              counts[fewest],
              ratio);
      findings.add(note(text, ratio));
    }
  }

  private static void split(AuditSet set, List<Label> labels, Split split, List<Finding> findings) {
    double inSplit = set.images().stream().filter(image -> image.image().split() == split).count();
    double all = labels.stream().mapToLong(label -> count(set, label)).sum();
    for (Label label : labels) {
      double share = set.of(split, label).count() / inSplit;
      double usual = count(set, label) / all;
      if (share == 0) {
        findings.add(
            Finding.of(
                Severity.SUSPICION, nameOf(split) + " has no image of " + label + ".", List.of()));
      } else if (inSplit >= TINY && Math.abs(share - usual) > APART) {
        String text =
            String.format(
                Locale.ROOT,
                "%s: %.0f %% of the images in %s, %.0f %% in the whole set.",
                label,
                100 * share,
                nameOf(split),
                100 * usual);
        findings.add(note(text, Math.abs(share - usual)));
      }
    }
  }

  private static Finding note(String text, double value) {
    return new Finding(Severity.NOTE, text, List.of(), value, "");
  }

  private static long count(AuditSet set, Label label) {
    return set.images().stream().filter(image -> image.image().label().equals(label)).count();
  }

  private static String nameOf(Split split) {
    return split == Split.NONE ? "what is in no split" : split.name().toLowerCase(Locale.ROOT);
  }
}
