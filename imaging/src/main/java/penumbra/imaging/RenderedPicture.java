package penumbra.imaging;

import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.Presentation;
import penumbra.figure.colour.ValueRange;

/// A picture of a result.
///
/// @param picture `UINT8` or `UINT16`, (height, width) or (height, width, 3)
/// @param scaled the values shown as 0..255, if they were scaled automatically
/// @param through the file's window, in a sentence, if it was used
/// @param remark the remark on polarity
public record RenderedPicture(
    NdArray picture,
    Optional<ValueRange> scaled,
    Optional<String> through,
    Optional<PolarityRemark> remark) {
  RenderedPicture(NdArray picture, Optional<ValueRange> scaled, Optional<String> through) {
    this(picture, scaled, through, Optional.empty());
  }

  /// The unchanged result.
  public static RenderedPicture asItIs(NdArray result) {
    return new RenderedPicture(result, Optional.empty(), Optional.empty());
  }

  /// The result as its file says that it should be displayed.
  public static RenderedPicture through(
      Presentation presentation, NdArray result, DType type, Execution execution) {
    String bits = "In " + type.bytes() * Byte.SIZE + " bits. ";
    return new RenderedPicture(
        presentation.show(result, type, execution.withHeapStorage()),
        Optional.empty(),
        Optional.of(bits + presentation.describe()));
  }

  /// The same with a remark, or with none.
  public RenderedPicture with(Optional<PolarityRemark> newRemark) {
    return new RenderedPicture(picture, scaled, through, newRemark);
  }
}
