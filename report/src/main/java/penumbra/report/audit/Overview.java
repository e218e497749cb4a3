package penumbra.report.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import penumbra.catalogue.Numbers;
import penumbra.datasets.audit.measure.AuditedImage;

/// The content of a data set, as tables for the report.
final class Overview {
  private Overview() {}

  /// One row for each class in each split: sizes, shapes, brightness and sharpness.
  static List<List<String>> groups(List<AuditedImage> images) {
    Map<String, List<AuditedImage>> groups = new TreeMap<>();
    for (AuditedImage image : images) {
      groups.computeIfAbsent(image.group(), _ -> new ArrayList<>()).add(image);
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "split and class",
            "images",
            "height",
            "width",
            "width / height",
            "mean level",
            "sharpness"));
    groups.forEach((group, members) ->
        rows.add(
            List.of(
                group,
                Numbers.count(members.size()),
                range(members, AuditedImage::height, "%.0f"),
                range(members, AuditedImage::width, "%.0f"),
                range(members, AuditedImage::aspect, "%.2f"),
                range(members, image -> image.traits().brightness(), "%.0f"),
                range(members, image -> image.figures().sharpness(), "%.0f"))));
    return rows;
  }

  /// The smallest, the median and the largest value.
  private static String range(
      List<AuditedImage> images, ToDoubleFunction<AuditedImage> value, String format) {
    double[] sorted = images.stream().mapToDouble(value).toArray();
    Arrays.sort(sorted);
    String all = format + " – " + format + " – " + format;
    return String.format(
        Locale.ROOT, all, sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
  }

  /// One row for each way in which images are stored.
  static List<List<String>> forms(List<AuditedImage> images) {
    Map<String, Integer> counts = new TreeMap<>();
    images.forEach(image -> counts.merge(image.form().describe(), 1, Integer::sum));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("stored as", "images"));
    counts.forEach((form, count) -> rows.add(List.of(form, Numbers.count(count))));
    return rows;
  }
}
