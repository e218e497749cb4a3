package penumbra.core;

import java.util.List;

/// An image with what its reader knows about it.
///
/// @param pixels the grey values, shape (height, width)
/// @param source where it was read from, as the user named it
/// @param decodingSteps what was done from the bytes to the grey values, in order, one sentence
///   each
public record Radiograph(NdArray pixels, String source, List<String> decodingSteps) {
  public Radiograph {
    decodingSteps = List.copyOf(decodingSteps);
  }
}
