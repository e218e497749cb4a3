package penumbra.core;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// An image with what its reader knows about it.
///
/// @param pixels the grey values, shape (height, width), or (depth, height, width) of a volume; or
///   colours, (height, width, 3), where whoever reads it asked for them to be kept
/// @param source where it was read from, as the user named it
/// @param decodingSteps what was done from the bytes to the grey values, in order, one sentence
///   each
/// @param spacing the distance between neighbouring values in millimetres, an entry for each axis
///   of `pixels`; empty where it is not known
/// @param presentation how the grey values are meant to be seen; empty where they are seen as they
///   are
/// @param placement where they lie in the patient; empty where it is not known
public record Radiograph(
    NdArray pixels,
    String source,
    List<String> decodingSteps,
    List<Double> spacing,
    Optional<Presentation> presentation,
    Optional<Placement> placement) {
  public Radiograph {
    decodingSteps = List.copyOf(decodingSteps);
    spacing = List.copyOf(spacing);
    if (!spacing.isEmpty() && spacing.size() != pixels.rank()) {
      throw InvalidInputException.of(
          "the spacing of a radiograph",
          "must have a distance for each of its " + pixels.rank() + " axes",
          spacing,
          "leave out those of other axes");
    }
    InvalidInputException.require(
        placement.isEmpty() || pixels.rank() == 2 || pixels.rank() == 3,
        "a radiograph with a place in the patient",
        "must be a picture or a volume",
        pixels,
        "leave out the place");
  }

  /// A radiograph of which it is not known where it lies in the patient.
  public Radiograph(
      NdArray pixels,
      String source,
      List<String> decodingSteps,
      List<Double> spacing,
      Optional<Presentation> presentation) {
    this(pixels, source, decodingSteps, spacing, presentation, Optional.empty());
  }

  /// A radiograph of which no more is known than its grey values, seen as they are.
  public Radiograph(NdArray pixels, String source, List<String> decodingSteps) {
    this(pixels, source, decodingSteps, List.of(), Optional.empty());
  }

  /// The radiograph of what was made of this one's grey values: as they are, where they lie if they
  /// are as many as before along each axis.
  public Radiograph withResult(NdArray result) {
    boolean alike = Arrays.equals(result.shape(), pixels.shape());
    return new Radiograph(
        result,
        source,
        List.of(),
        alike ? spacing : List.of(),
        Optional.empty(),
        alike ? placement : Optional.empty());
  }
}
