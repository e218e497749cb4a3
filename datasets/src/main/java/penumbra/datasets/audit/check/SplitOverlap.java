package penumbra.datasets.audit.check;

import java.util.List;
import penumbra.datasets.audit.measure.AuditedImage;

/// Whether images that belong together are in several splits or classes.
///
/// @param splits the number of splits that they are in
/// @param labels the number of classes that they are in
record SplitOverlap(long splits, long labels) {
  static SplitOverlap of(List<AuditedImage> images) {
    return new SplitOverlap(
        images.stream().map(image -> image.image().split()).distinct().count(),
        images.stream().map(image -> image.image().label()).distinct().count());
  }

  boolean any() {
    return splits > 1 || labels > 1;
  }

  /// The larger, the worse.
  double weight() {
    return (splits > 1 ? 1 : 0) + (labels > 1 ? 1 : 0);
  }

  /// The end of a sentence such as "they are one picture": `, across splits and classes`.
  String describe() {
    if (!any()) {
      return "";
    }
    String both =
        splits > 1 && labels > 1 ? "splits and classes" : splits > 1 ? "splits" : "classes";
    return ", across " + both;
  }
}
