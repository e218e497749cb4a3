package penumbra.dicom.derive;

import java.util.List;

/// What is known of a source that is no DICOM object.
///
/// @param spacing the distance between neighbouring values in millimetres, an entry for each axis;
///   empty where it is not known
/// @param lossy whether it came from a file that had lost something, a JPEG for instance
public record PlainSource(List<Double> spacing, boolean lossy) {
  public PlainSource {
    spacing = List.copyOf(spacing);
  }

  /// A source of which nothing is known.
  public static PlainSource unknown() {
    return new PlainSource(List.of(), false);
  }
}
