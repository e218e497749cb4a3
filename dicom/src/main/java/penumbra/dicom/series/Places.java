package penumbra.dicom.series;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Which slices lie at the same place, counted along the normal.
final class Places {
  /// The smallest distance along the normal, in millimetres; nearer slices are at the same place.
  static final double ONE_PLACE = 1e-3;

  private final List<Slice> sorted;
  private final Map<String, Integer> ofSlice = new HashMap<>();
  private int count;

  private Places(List<Slice> sorted) {
    this.sorted = sorted;
    double before = Double.NEGATIVE_INFINITY;
    for (Slice slice : sorted) {
      double here = along(slice, sorted.getFirst());
      count += here - before < ONE_PLACE ? 0 : 1;
      ofSlice.put(slice.identity(), count - 1);
      before = here;
    }
  }

  /// The places of slices; empty if the files do not say them. Copies of a slice count once.
  static Optional<Places> of(List<Slice> slices) {
    Slice first = slices.getFirst();
    boolean known =
        slices.stream().allMatch(slice -> slice.plane().isPresent())
            || slices.stream()
                .allMatch(slice -> slice.plane().isEmpty() && slice.tile().isPresent());
    if (!known) {
      return Optional.empty();
    }
    Set<String> seen = new HashSet<>();
    return Optional.of(
        new Places(
            slices.stream()
                .filter(slice -> seen.add(slice.identity()))
                .sorted(Comparator.comparingDouble(slice -> along(slice, first)))
                .toList()));
  }

  /// The tiles of a mosaic are in order even if their places are not known.
  private static double along(Slice slice, Slice first) {
    return slice.plane().isPresent()
        ? SliceOrdering.place(slice, first)
        : slice.tile().orElseThrow().number();
  }

  /// How many there are.
  int count() {
    return count;
  }

  /// The slices without copies, in the order of their places.
  List<Slice> slices() {
    return sorted;
  }

  boolean isDoubled() {
    return sorted.size() > count;
  }

  /// The slice's place, from 0.
  int of(Slice slice) {
    return Objects.requireNonNull(ofSlice.get(slice.identity()));
  }

  /// How many of the slices lie at each place.
  int[] counts(List<Slice> some) {
    int[] counts = new int[count];
    some.forEach(slice -> counts[of(slice)]++);
    return counts;
  }

  /// Whether the slices lie at all places, equally many at each.
  boolean isEven(List<Slice> some) {
    int[] counts = counts(some);
    for (int each : counts) {
      if (each == 0 || each != counts[0]) {
        return false;
      }
    }
    return true;
  }
}
