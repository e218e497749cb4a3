package penumbra.dicom.series;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Finds which slice is missing in a series that would else be several volumes of the same places.
///
/// @param rule what the slices must do, without "must"
/// @param found what they do instead
record MissingSlice(String rule, String found) {
  /// The first that is missing; empty if the slices are not almost several volumes.
  static Optional<MissingSlice> in(List<Slice> slices) {
    Optional<Places> known = Places.of(slices);
    if (known.isEmpty() || !known.get().isDoubled()) {
      return Optional.empty();
    }
    Places places = known.get();
    for (Mark mark : Mark.NAMING) {
      Optional<MissingSlice> missing = by(mark, places);
      if (missing.isPresent()) {
        return missing;
      }
    }
    return byCount(places);
  }

  private static Optional<MissingSlice> by(Mark mark, Places places) {
    Collection<List<Slice>> volumes = VolumeParts.by(mark, places.slices());
    boolean almost =
        volumes.size() > 1
            && volumes.stream()
                .allMatch(volume -> isSingle(volume, places) && 2 * volume.size() > places.count())
            && volumes.stream().anyMatch(volume -> volume.size() == places.count());
    if (!almost) {
      return Optional.empty();
    }
    return volumes.stream()
        .filter(volume -> volume.size() < places.count())
        .findFirst()
        .map(volume -> {
          Coordinate point = mark.at(volume.getFirst());
          int place = firstWith(places.counts(volume), 0);
          return new MissingSlice(
              "hold each place once at each " + point.axis(),
              point.describe() + " has no slice " + where(place, places));
        });
  }

  private static boolean isSingle(List<Slice> volume, Places places) {
    return Arrays.stream(places.counts(volume)).allMatch(count -> count <= 1);
  }

  private static Optional<MissingSlice> byCount(Places places) {
    int[] counts = places.counts(places.slices());
    int[] sorted = counts.clone();
    Arrays.sort(sorted);
    int usual = sorted[sorted.length / 2];
    if (usual < 2 || sorted[0] == sorted[sorted.length - 1]) {
      return Optional.empty();
    }
    int place = 0;
    while (counts[place] == usual) {
      place++;
    }
    return Optional.of(
        new MissingSlice(
            "hold each place equally often",
            counts[place]
                + (counts[place] == 1 ? " slice lies " : " slices lie ")
                + where(place, places)
                + ", and "
                + usual
                + " at other places"));
  }

  private static int firstWith(int[] counts, int wanted) {
    int place = 0;
    while (counts[place] != wanted) {
      place++;
    }
    return place;
  }

  private static String where(int place, Places places) {
    Slice there =
        places.slices().stream()
            .filter(slice -> places.of(slice) == place)
            .findFirst()
            .orElseThrow();
    return there.plane().isEmpty()
        ? "at tile " + (place + 1)
        : SliceOrdering.text(SliceOrdering.place(there, places.slices().getFirst()))
            + " mm from the first slice";
  }
}
