package penumbra.core;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// An image and what is known about it.
///
/// @param pixels the grey values, shape (height, width), or (depth, height, width) for a volume; or
///   colours, (height, width, 3), if the reader was asked to keep them
/// @param source where it was read from, as the user wrote it
/// @param decodingSteps the steps from the bytes to the grey values, in order, one sentence each
/// @param spacing the distance between neighbouring values in millimetres, an entry for each axis
///   of `pixels`; empty if unknown
/// @param presentation how the grey values are to be displayed; empty if unchanged
/// @param placement where they are in the patient; empty if unknown
/// @param scale from which value to which they can go; empty if the file does not say
public record Radiograph(
    NdArray pixels,
    String source,
    List<String> decodingSteps,
    List<Double> spacing,
    Optional<Presentation> presentation,
    Optional<PatientPosition> placement,
    Optional<GreyScale> scale) {
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
        "a radiograph with a position in the patient",
        "must be a picture or a volume",
        pixels,
        "leave out the place");
  }

  /// A radiograph that does not say from which value to which its levels can go.
  public Radiograph(
      NdArray pixels,
      String source,
      List<String> decodingSteps,
      List<Double> spacing,
      Optional<Presentation> presentation,
      Optional<PatientPosition> placement) {
    this(pixels, source, decodingSteps, spacing, presentation, placement, Optional.empty());
  }

  /// A radiograph without a position in the patient.
  public Radiograph(
      NdArray pixels,
      String source,
      List<String> decodingSteps,
      List<Double> spacing,
      Optional<Presentation> presentation) {
    this(pixels, source, decodingSteps, spacing, presentation, Optional.empty());
  }

  /// A radiograph of which only the grey values are known; they are displayed unchanged.
  public Radiograph(NdArray pixels, String source, List<String> decodingSteps) {
    this(pixels, source, decodingSteps, List.of(), Optional.empty());
  }

  /// The same image, whose grey levels can go from one value to another.
  public Radiograph withScale(Optional<GreyScale> newScale) {
    return new Radiograph(
        pixels, source, decodingSteps, spacing, presentation, placement, newScale);
  }

  /// A radiograph with the result of a filter on this one. The result is displayed unchanged. It
  /// keeps spacing and position if the lengths of all axes are the same. Its scale is that of the
  /// filter, see [Filter#scale].
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
