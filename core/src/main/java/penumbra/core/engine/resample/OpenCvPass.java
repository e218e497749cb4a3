package penumbra.core.engine.resample;

/// A way of computing the rows of a resized picture from those of the old one.
@FunctionalInterface
interface OpenCvPass {
  /// Lines for one thread.
  Lines lines();

  /// Loads a row of the old picture.
  @FunctionalInterface
  interface Source {
    void load(int row, double[] values);
  }

  /// Computes rows, those of a picture in their order.
  @FunctionalInterface
  interface Lines {
    /// Computes a row.
    ///
    /// @param picture which picture the source is of
    /// @param y the new row
    void row(Source source, int picture, int y, double[] result);
  }
}
