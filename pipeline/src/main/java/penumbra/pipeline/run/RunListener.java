package penumbra.pipeline.run;

/// Hears what becomes of each image, in the order of the plan, on the calling thread.
@FunctionalInterface
public interface RunListener {
  /// An image is settled.
  ///
  /// @param kept whether it was done before, and found unchanged
  void settled(ImageRecord image, boolean kept);
}
