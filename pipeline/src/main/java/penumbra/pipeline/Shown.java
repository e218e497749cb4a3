package penumbra.pipeline;

import java.util.Optional;
import penumbra.core.NdArray;
import penumbra.figure.ValueRange;

/// A picture of a result.
///
/// @param picture `UINT8` or `UINT16`, (height, width) or (height, width, 3)
/// @param scaled the values shown as 0..255, if they were scaled unasked
record Shown(NdArray picture, Optional<ValueRange> scaled) {}
