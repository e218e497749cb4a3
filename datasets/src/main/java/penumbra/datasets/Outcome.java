package penumbra.datasets;

import java.util.List;
import java.util.Optional;
import penumbra.figure.colour.ValueRange;
import penumbra.imaging.PolarityRemark;
import penumbra.imaging.job.ValueRemark;

/// The outcome of one item of a [Batch].
public sealed interface Outcome {
  /// The item.
  Batch.Item item();

  /// The result is written.
  ///
  /// @param scaled the values that the picture shows as 0..255, if they were scaled automatically
  /// @param through the file's window for the picture, in a sentence
  /// @param rounding by how much values were rounded to fit the format, in a sentence, if they were
  /// @param remark what to say about polarity
  /// @param values what to say about the values
  /// @param notes what was odd about the file, in sentences
  record Done(
      Batch.Item item,
      Optional<ValueRange> scaled,
      Optional<String> through,
      Optional<String> rounding,
      Optional<PolarityRemark> remark,
      List<ValueRemark> values,
      List<String> notes)
      implements Outcome {
    public Done {
      values = List.copyOf(values);
      notes = List.copyOf(notes);
    }
  }

  /// There is no result file.
  ///
  /// @param error what went wrong; its message is one line, which names the file
  record Failed(Batch.Item item, Throwable error) implements Outcome {}
}
