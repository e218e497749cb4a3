package penumbra.datasets.audit.check;

import java.util.List;
import penumbra.datasets.audit.measure.AuditedImage;

/// Whether images that belong together are in several splits or classes.
///
/// @param splits in how many splits they are
/// @param labels in how many classes they are
record SplitOverlap(long splits, long labels) {
  static SplitOverlap of(List<AuditedImage> images) {
    return new SplitOverlap(
        images.stream().map(image -> image.image().split()).distinct().count(),
        images.stream().map(image -> image.image().label()).distinct().count());
  }

  boolean any() {
    return splits > 1 || labels > 1;
  }

  /// The worse, the larger.
  double weight() {
    return (splits > 1 ? 1 : 0) + (labels > 1 ? 1 : 0);
  }

  /// What follows on "they are one picture": `, across splits and classes`.
  String describe() {
    if (!any()) {
      return "";
    }
    String both =
        splits > 1 && labels > 1 ? "splits and classes" : splits > 1 ? "splits" : "classes";
    return ", across " + both;
  }
}
