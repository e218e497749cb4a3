package penumbra.dicom.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Divides slices at the same places into volumes that have each place once.
///
/// First, one [Mark] may do it alone. Else marks do it together: a b-value, then the directions of
/// each b-value. Slices that no mark tells apart are told apart by their order, see [SliceRanks].
final class VolumeParts {
  private final List<Slice> slices;
  private final Places places;

  private VolumeParts(List<Slice> slices, Places places) {
    this.slices = slices;
    this.places = places;
  }

  /// The volumes; the slices as they are if they cannot be divided or need not be.
  static List<PartNames.Named> of(List<Slice> slices) {
    Optional<Places> known = Places.of(slices);
    if (known.isEmpty() || !known.get().isDoubled()) {
      return List.of(new PartNames.Named(slices, List.of()));
    }
    var parts = new VolumeParts(slices, known.get());
    return parts
        .alone()
        .or(parts::together)
        .map(volumes -> new PartNames(volumes, known.get()).named())
        .orElseGet(() -> List.of(new PartNames.Named(slices, List.of())));
  }

  /// The slices with the same value of the mark.
  static Collection<List<Slice>> by(Mark mark, List<Slice> slices) {
    return slices.stream()
        .collect(
            Collectors.groupingBy(
                slice -> slice.mark(mark), LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  private Optional<List<List<Slice>>> alone() {
    for (Mark mark : Mark.ALONE) {
      Collection<List<Slice>> told = by(mark, slices);
      int size = told.iterator().next().size();
      boolean apart =
          told.size() > 1
              && size > 1
              && told.stream()
                  .allMatch(
                      part -> part.size() == size && !Places.of(part).orElseThrow().isDoubled());
      if (apart) {
        return Optional.of(List.copyOf(told));
      }
    }
    return Optional.empty();
  }

  private Optional<List<List<Slice>>> together() {
    List<Slice> distinct = places.slices();
    return places.count() > 1 && places.isEven(distinct)
        ? divided(distinct).map(this::withCopies)
        : Optional.empty();
  }

  /// @param some equally many at each place
  private Optional<List<List<Slice>>> divided(List<Slice> some) {
    if (some.size() == places.count()) {
      return Optional.of(List.of(some));
    }
    for (Mark mark : Mark.values()) {
      Collection<List<Slice>> told = by(mark, some);
      if (told.size() > 1 && told.stream().allMatch(places::isEven)) {
        List<List<Slice>> volumes = new ArrayList<>();
        for (List<Slice> group : told) {
          Optional<List<List<Slice>>> parts = divided(group);
          if (parts.isEmpty()) {
            return SliceRanks.volumes(some, places);
          }
          volumes.addAll(parts.get());
        }
        return Optional.of(volumes);
      }
    }
    return SliceRanks.volumes(some, places);
  }

  /// A copy of a slice belongs to its volume, whose reader leaves it out and says so.
  private List<List<Slice>> withCopies(List<List<Slice>> volumes) {
    Map<String, Integer> volumeOf = new HashMap<>();
    List<List<Slice>> all = new ArrayList<>();
    for (List<Slice> volume : volumes) {
      volume.forEach(slice -> volumeOf.put(slice.identity(), all.size()));
      all.add(new ArrayList<>());
    }
    for (Slice slice : slices) {
      all.get(volumeOf.getOrDefault(slice.identity(), 0)).add(slice);
    }
    return all;
  }
}
