package penumbra.datasets.run;

import penumbra.datasets.run.journal.ImageRecord;
import penumbra.imaging.PolarityRemark;
import penumbra.imaging.job.ValueRemark;

/// Receives the outcome of each image, in the order of the plan, on the calling thread.
@FunctionalInterface
public interface RunListener {
  /// An image is done or has failed.
  ///
  /// @param kept whether it was done before, and is unchanged
  void settled(ImageRecord image, boolean kept);

  /// A remark applies to this number of results; called at the end.
  default void remarked(PolarityRemark remark, long results) {}

  /// Something is to be said about the values of this number of results; called at the end.
  ///
  /// @param example a sentence about one of them
  default void told(ValueRemark.Kind kind, String example, long results) {}

  /// This was odd about this number of the files that were read; called at the end.
  default void noted(String note, long files) {}

  /// So many of the results that were written hold values that were rounded to fit their format;
  /// told once all is done.
  default void rounded(long results) {}
}
