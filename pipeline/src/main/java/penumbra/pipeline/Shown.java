package penumbra.pipeline;

import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.Presentation;
import penumbra.figure.ValueRange;

/// A picture of a result.
///
/// @param picture `UINT8` or `UINT16`, (height, width) or (height, width, 3)
/// @param scaled the values shown as 0..255, if they were scaled unasked
/// @param through the window through which the file wants to be seen, in a sentence, if it was used
/// @param remark what there is to say of which end is light
public record Shown(
    NdArray picture,
    Optional<ValueRange> scaled,
    Optional<String> through,
    Optional<PolarityRemark> remark) {
  Shown(NdArray picture, Optional<ValueRange> scaled, Optional<String> through) {
    this(picture, scaled, through, Optional.empty());
  }

  /// The result itself.
  static Shown asItIs(NdArray result) {
    return new Shown(result, Optional.empty(), Optional.empty());
  }

  /// The result as its file wants to be seen.
  static Shown through(Presentation presentation, NdArray result, DType type) {
    String bits = "In " + type.bytes() * Byte.SIZE + " bits. ";
    return new Shown(
        presentation.show(result, type),
        Optional.empty(),
        Optional.of(bits + presentation.describe()));
  }

  /// The same with something to say, or nothing.
  Shown with(Optional<PolarityRemark> newRemark) {
    return new Shown(picture, scaled, through, newRemark);
  }
}
