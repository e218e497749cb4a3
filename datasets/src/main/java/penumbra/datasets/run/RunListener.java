package penumbra.datasets.run;

import penumbra.datasets.run.journal.ImageRecord;
import penumbra.imaging.PolarityRemark;

/// Receives the outcome of each image, in the order of the plan, on the calling thread.
@FunctionalInterface
public interface RunListener {
  /// An image is done or has failed.
  ///
  /// @param kept whether it was done before, and is unchanged
  void settled(ImageRecord image, boolean kept);

  /// A remark applies to this number of results; called at the end.
  default void remarked(PolarityRemark remark, long results) {}

  /// The number of written results whose values were rounded to fit their format; called once at
  /// the end.
  default void rounded(long results) {}
}
