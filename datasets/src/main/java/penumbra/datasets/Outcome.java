package penumbra.datasets;

import java.util.Optional;
import penumbra.figure.colour.ValueRange;
import penumbra.imaging.PolarityRemark;

/// The outcome of one item of a [Batch].
public sealed interface Outcome {
  /// The item.
  Batch.Item item();

  /// The result is written.
  ///
  /// @param scaled the values that the picture shows as 0..255, if they were scaled automatically
  /// @param through the file's window for the picture, in a sentence
  /// @param rounding by how much values were rounded to fit the format, in a sentence, if they were
  /// @param remark the remark on polarity
  record Done(
      Batch.Item item,
      Optional<ValueRange> scaled,
      Optional<String> through,
      Optional<String> rounding,
      Optional<PolarityRemark> remark)
      implements Outcome {}

  /// There is no result file.
  ///
  /// @param error what went wrong; its message is one line, which names the file
  record Failed(Batch.Item item, Throwable error) implements Outcome {}
}
