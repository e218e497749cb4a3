package penumbra.dicom.series;

import java.util.List;
import java.util.Optional;
import penumbra.core.PatientPosition.Vector;

/// The slices of a volume in their order.
///
/// @param slices from the first along the normal of their planes on
/// @param distance between neighbours along the normal, in millimetres; empty where it is not known
/// @param step from a slice to the next in the patient; empty where it is not known
/// @param notes how they were ordered and what is odd about them, a sentence each
public record OrderedSlices(
    List<Slice> slices, Optional<Double> distance, Optional<Vector> step, List<String> notes) {
  public OrderedSlices {
    slices = List.copyOf(slices);
    notes = List.copyOf(notes);
  }

  /// Between slices, rows and columns in millimetres; empty unless all three are known.
  public List<Double> spacing() {
    List<Double> inPlane = slices.getFirst().grid().spacing();
    return inPlane.isEmpty() || distance.isEmpty()
        ? List.of()
        : List.of(distance.get(), inPlane.getFirst(), inPlane.getLast());
  }
}
