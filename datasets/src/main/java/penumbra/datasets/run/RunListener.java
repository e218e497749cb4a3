package penumbra.datasets.run;

import penumbra.datasets.run.journal.ImageRecord;
import penumbra.imaging.PolarityRemark;

/// Receives the outcome of each image, in the order of the plan, on the calling thread.
@FunctionalInterface
public interface RunListener {
  /// An image is done or has failed.
  ///
  /// @param kept whether it was done before, and found unchanged
  void settled(ImageRecord image, boolean kept);

  /// A remark applies to this number of results; called at the end.
  default void remarked(PolarityRemark remark, long results) {}

  /// This was odd about so many of the files that were read; called at the end.
  default void noted(String note, long files) {}

  /// So many of the results that were written hold values that were rounded to fit their format;
  /// told once all is done.
  default void rounded(long results) {}
}
