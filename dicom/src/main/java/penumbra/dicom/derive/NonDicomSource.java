package penumbra.dicom.derive;

import java.util.List;

/// What is known about a source that is not a DICOM object.
///
/// @param spacing the distance between neighbouring values in millimetres, an entry for each axis;
///   empty if unknown
/// @param lossy whether it came from a lossy file, such as a JPEG
public record NonDicomSource(List<Double> spacing, boolean lossy) {
  public NonDicomSource {
    spacing = List.copyOf(spacing);
  }

  /// A source of which nothing is known.
  public static NonDicomSource unknown() {
    return new NonDicomSource(List.of(), false);
  }
}
