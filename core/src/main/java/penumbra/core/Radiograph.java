package penumbra.core;

import java.util.List;
import java.util.Optional;

/// An image with what its reader knows about it.
///
/// @param pixels the grey values, shape (height, width), or (depth, height, width) of a volume
/// @param source where it was read from, as the user named it
/// @param decodingSteps what was done from the bytes to the grey values, in order, one sentence
///   each
/// @param spacing the distance between neighbouring values in millimetres, an entry for each axis
///   of `pixels`; empty where it is not known
/// @param presentation how the grey values are meant to be seen; empty where they are seen as they
///   are
public record Radiograph(
    NdArray pixels,
    String source,
    List<String> decodingSteps,
    List<Double> spacing,
    Optional<Presentation> presentation) {
  public Radiograph {
    decodingSteps = List.copyOf(decodingSteps);
    spacing = List.copyOf(spacing);
    InvalidInputException.require(
        spacing.isEmpty() || spacing.size() == pixels.rank(),
        "the spacing of a radiograph",
        "must have a distance for each of its " + pixels.rank() + " axes",
        spacing,
        "leave out those of other axes");
  }

  /// A radiograph of which no more is known than its grey values, seen as they are.
  public Radiograph(NdArray pixels, String source, List<String> decodingSteps) {
    this(pixels, source, decodingSteps, List.of(), Optional.empty());
  }
}
