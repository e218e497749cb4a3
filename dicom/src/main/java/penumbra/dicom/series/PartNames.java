package penumbra.dicom.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Puts the volumes of a series in order and names what tells them apart: `b-value 1000 s/mm2`.
///
/// A volume's name has the values of as many [Mark]s as are needed to make all names different. If
/// they do not suffice, volumes of one name are counted. If one number tells the volumes apart, it
/// orders them; else the lowest Instance Number of each does.
final class PartNames {
  /// A volume and what tells it from the others.
  ///
  /// @param slices in the order of the files
  /// @param coordinates empty if there are no others
  record Named(List<Slice> slices, List<Coordinate> coordinates) {}

  private final List<List<Slice>> volumes;
  private final Places places;

  PartNames(List<List<Slice>> volumes, Places places) {
    this.volumes = volumes;
    this.places = places;
  }

  List<Named> named() {
    List<Mark> marks = telling();
    List<List<Slice>> sorted = sorted(marks);
    Map<List<Coordinate>, List<List<Slice>>> sameName = new HashMap<>();
    for (List<Slice> volume : sorted) {
      sameName.computeIfAbsent(name(volume, marks), _ -> new ArrayList<>()).add(byPlace(volume));
    }
    Map<List<Coordinate>, Integer> counts = new HashMap<>();
    List<Named> named = new ArrayList<>();
    for (List<Slice> volume : sorted) {
      List<Coordinate> name = new ArrayList<>(name(volume, marks));
      List<List<Slice>> same = sameName.getOrDefault(name, List.of());
      if (same.size() > 1) {
        int count = counts.merge(List.copyOf(name), 1, Integer::sum);
        name.add(new Coordinate(SliceRanks.axis(same), Integer.toString(count), ""));
      }
      named.add(new Named(volume, name));
    }
    return named;
  }

  /// The marks that are needed to tell the volumes apart.
  private List<Mark> telling() {
    List<Mark> marks = new ArrayList<>();
    List<String> names = new ArrayList<>(java.util.Collections.nCopies(volumes.size(), ""));
    for (Mark mark : Mark.NAMING) {
      Optional<List<String>> values = values(mark);
      if (values.isPresent()) {
        List<String> longer =
            IntStream.range(0, names.size())
                .mapToObj(i -> names.get(i) + "\n" + values.get().get(i))
                .toList();
        if (new HashSet<>(longer).size() > new HashSet<>(names).size()) {
          marks.add(mark);
          java.util.Collections.copy(names, longer);
        }
      }
    }
    return marks;
  }

  /// The mark's value in each volume; empty if one has several.
  private Optional<List<String>> values(Mark mark) {
    List<String> values = new ArrayList<>();
    for (List<Slice> volume : volumes) {
      String first = volume.getFirst().mark(mark);
      if (!volume.stream().allMatch(slice -> slice.mark(mark).equals(first))) {
        return Optional.empty();
      }
      values.add(first);
    }
    return Optional.of(values);
  }

  private List<List<Slice>> sorted(List<Mark> marks) {
    List<List<Slice>> sorted = new ArrayList<>(volumes);
    if (marks.size() == 1 && numbered(marks.getFirst())) {
      sorted.sort(
          Comparator.comparingDouble(
              volume -> HeaderNumbers.parse(volume.getFirst().mark(marks.getFirst())).orElse(0)));
    } else if (volumes.stream().allMatch(volume -> lowest(volume).isPresent())) {
      sorted.sort(Comparator.comparingDouble(volume -> lowest(volume).getAsDouble()));
    }
    return sorted;
  }

  /// Whether the mark is a number, and another one in each volume.
  private boolean numbered(Mark mark) {
    List<OptionalDouble> numbers =
        volumes.stream().map(volume -> HeaderNumbers.parse(volume.getFirst().mark(mark))).toList();
    return numbers.stream().allMatch(OptionalDouble::isPresent)
        && new HashSet<>(numbers).size() == numbers.size();
  }

  private static OptionalDouble lowest(List<Slice> volume) {
    return volume.stream().allMatch(slice -> slice.number().isPresent())
        ? volume.stream().mapToDouble(slice -> slice.number().orElseThrow()).min()
        : OptionalDouble.empty();
  }

  private List<Slice> byPlace(List<Slice> volume) {
    return volume.stream().sorted(Comparator.comparingInt(places::of)).toList();
  }

  private static List<Coordinate> name(List<Slice> volume, List<Mark> marks) {
    return marks.stream()
        .map(mark -> mark.at(volume.getFirst()))
        .filter(point -> !point.value().isEmpty())
        .toList();
  }
}
