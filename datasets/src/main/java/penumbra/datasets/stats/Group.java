package penumbra.datasets.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import penumbra.io.dataset.Label;
import penumbra.io.dataset.Split;

/// A part of a data set: the images of one class, of one class in one split, or all of them, whose
/// grey values are of one depth. Values of 8 and of 16 bits have no common mean.
///
/// ```
/// List<Group> groups = Group.of(rows);
/// ```
///
/// @param split the split; empty for all
/// @param label the class; empty for all
/// @param depth the depth of its grey values, see [StatisticsRow#depth]
/// @param rows its images
public record Group(
    Optional<Split> split, Optional<Label> label, String depth, List<StatisticsRow> rows) {
  public Group {
    rows = List.copyOf(rows);
  }

  /// The distribution of a statistic over the images of a group. NaN is left out.
  ///
  /// @param min the smallest
  /// @param mean the arithmetic mean
  /// @param median the middle value, or the mean of the middle two
  /// @param max the largest
  /// @param standardDeviation the root of the mean squared deviation, divided by the number of
  ///   images
  public record Spread(
      double min, double mean, double median, double max, double standardDeviation) {
    /// The distribution of `values`.
    public static Spread of(double... values) {
      double[] sorted =
          Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
      int n = sorted.length;
      if (n == 0) {
        return new Spread(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
      }
      double mean = Arrays.stream(sorted).sum() / n;
      double squares = Arrays.stream(sorted).map(value -> (value - mean) * (value - mean)).sum();
      double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
      return new Spread(sorted[0], mean, median, sorted[n - 1], Math.sqrt(squares / n));
    }
  }

  /// The groups that occur: each class in each split, each class where there are several splits,
  /// and all images; each of them once for every depth.
  public static List<Group> of(List<StatisticsRow> rows) {
    List<Group> groups = new ArrayList<>();
    List<Split> splits = rows.stream().map(row -> row.image().split()).distinct().sorted().toList();
    List<Label> labels = rows.stream().map(row -> row.image().label()).distinct().sorted().toList();
    if (splits.size() * labels.size() > 1) {
      for (Split split : splits) {
        for (Label label : labels) {
          groups.add(part(rows, Optional.of(split), Optional.of(label)));
        }
      }
    }
    if (splits.size() > 1 && labels.size() > 1) {
      labels.forEach(label -> groups.add(part(rows, Optional.empty(), Optional.of(label))));
    }
    groups.add(part(rows, Optional.empty(), Optional.empty()));
    return groups.stream().flatMap(group -> byDepth(group).stream()).toList();
  }

  private static List<Group> byDepth(Group all) {
    SortedMap<String, List<StatisticsRow>> rows = new TreeMap<>();
    all.rows().forEach(row -> rows.computeIfAbsent(row.depth(), _ -> new ArrayList<>()).add(row));
    return rows.entrySet().stream()
        .map(one -> new Group(all.split(), all.label(), one.getKey(), one.getValue()))
        .toList();
  }

  private static Group part(
      List<StatisticsRow> rows, Optional<Split> split, Optional<Label> label) {
    return new Group(
        split,
        label,
        "",
        rows.stream()
            .filter(row -> split.isEmpty() || split.get() == row.image().split())
            .filter(row -> label.isEmpty() || label.get().equals(row.image().label()))
            .toList());
  }

  /// The distribution of `statistic` over its images.
  public Spread spread(Statistic statistic) {
    return Spread.of(rows.stream().mapToDouble(row -> statistic.of(row.figures())).toArray());
  }

  /// The split for tables: `train`, or `all`.
  public String splitName() {
    return split.map(one -> one.name().toLowerCase(Locale.ROOT)).orElse("all");
  }

  /// The class for tables: `NORMAL`, or `all`.
  public String labelName() {
    return label.map(Label::toString).orElse("all");
  }
}
