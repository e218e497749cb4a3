package penumbra.datasets.run;

import penumbra.imaging.PolarityRemark;

/// Hears what becomes of each image, in the order of the plan, on the calling thread.
@FunctionalInterface
public interface RunListener {
  /// An image is settled.
  ///
  /// @param kept whether it was done before, and found unchanged
  void settled(ImageRecord image, boolean kept);

  /// Something is to be said of so many of the results that were written; told once all is done.
  default void remarked(PolarityRemark remark, long results) {}

  /// So many of the results that were written hold values that were rounded to fit their format;
  /// told once all is done.
  default void rounded(long results) {}
}
