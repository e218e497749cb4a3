package penumbra.dicom.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Tells slices at the same place apart by their order: the first at each place make a volume, the
/// second another.
///
/// The order is that of the Instance Numbers, or of times. Instance Numbers must count volume after
/// volume, or place after place. If they do neither, nobody knows what belongs together.
final class SliceRanks {
  private static final List<Mark> TIMES =
      List.of(Mark.TRIGGER_TIME, Mark.ACQUISITION_TIME, Mark.CONTENT_TIME);

  private final Places places;

  private SliceRanks(Places places) {
    this.places = places;
  }

  /// The volumes; empty if there is no such order.
  ///
  /// @param slices equally many at each place
  static Optional<List<List<Slice>>> volumes(List<Slice> slices, Places places) {
    var ranks = new SliceRanks(places);
    Optional<List<List<Slice>>> byNumber = ranks.volumes(slices, SliceRanks::number, true);
    if (byNumber.isPresent()) {
      return byNumber;
    }
    for (Mark time : TIMES) {
      // Each slice of a beating heart may have phases of its own length.
      boolean strict = time != Mark.TRIGGER_TIME;
      Optional<List<List<Slice>>> byTime =
          ranks.volumes(slices, slice -> time(slice, time), strict);
      if (byTime.isPresent()) {
        return byTime;
      }
    }
    return Optional.empty();
  }

  private interface Order {
    OptionalDouble of(Slice slice);
  }

  private static OptionalDouble number(Slice slice) {
    return slice.number().isPresent()
        ? OptionalDouble.of(slice.number().getAsInt())
        : OptionalDouble.empty();
  }

  private static OptionalDouble time(Slice slice, Mark time) {
    return HeaderNumbers.parse(slice.mark(time));
  }

  private Optional<List<List<Slice>>> volumes(List<Slice> slices, Order order, boolean strict) {
    if (!slices.stream().allMatch(slice -> order.of(slice).isPresent())) {
      return Optional.empty();
    }
    List<List<Slice>> atPlace = new ArrayList<>();
    for (int place = 0; place < places.count(); place++) {
      atPlace.add(new ArrayList<>());
    }
    slices.stream()
        .sorted(Comparator.comparingDouble(slice -> order.of(slice).getAsDouble()))
        .forEach(slice -> atPlace.get(places.of(slice)).add(slice));
    List<List<Slice>> volumes = turned(atPlace);
    boolean told = atPlace.stream().allMatch(list -> isIncreasing(list, order));
    boolean plain = !strict || follow(volumes, order) || follow(atPlace, order);
    return told && plain ? Optional.of(volumes) : Optional.empty();
  }

  private static List<List<Slice>> turned(List<List<Slice>> atPlace) {
    List<List<Slice>> volumes = new ArrayList<>();
    for (int rank = 0; rank < atPlace.getFirst().size(); rank++) {
      int own = rank;
      volumes.add(atPlace.stream().map(list -> list.get(own)).toList());
    }
    return volumes;
  }

  private static boolean isIncreasing(List<Slice> slices, Order order) {
    for (int i = 1; i < slices.size(); i++) {
      if (!(order.of(slices.get(i)).getAsDouble() > order.of(slices.get(i - 1)).getAsDouble())) {
        return false;
      }
    }
    return true;
  }

  /// Whether no group begins before another that begun earlier has ended.
  private static boolean follow(List<List<Slice>> groups, Order order) {
    List<double[]> ranges =
        groups.stream()
            .map(group ->
                group.stream().mapToDouble(s -> order.of(s).getAsDouble()).summaryStatistics())
            .map(range -> new double[] {range.getMin(), range.getMax()})
            .sorted(Comparator.comparingDouble(range -> range[0]))
            .toList();
    for (int i = 1; i < ranges.size(); i++) {
      if (ranges.get(i)[0] <= ranges.get(i - 1)[1]) {
        return false;
      }
    }
    return true;
  }

  /// What to call the order of volumes that nothing but it tells apart.
  ///
  /// @param volumes in their order, each sorted by place
  static String axis(List<List<Slice>> volumes) {
    if (grows(volumes, Mark.TRIGGER_TIME)) {
      return "phase";
    }
    boolean time = Mark.TIMES_OF_DAY.stream().anyMatch(mark -> grows(volumes, mark));
    return time ? "time" : "repetition";
  }

  /// Whether the time grows at each place from volume to volume.
  private static boolean grows(List<List<Slice>> volumes, Mark time) {
    int size = volumes.getFirst().size();
    for (int place = 0; place < size; place++) {
      int own = place;
      if (!volumes.stream().allMatch(volume -> volume.size() == size)) {
        return false;
      }
      List<Slice> here = volumes.stream().map(volume -> volume.get(own)).toList();
      boolean known = here.stream().allMatch(slice -> time(slice, time).isPresent());
      if (!known || !isIncreasing(here, slice -> time(slice, time))) {
        return false;
      }
    }
    return true;
  }
}
