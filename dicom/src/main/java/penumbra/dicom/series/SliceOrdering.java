package penumbra.dicom.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import penumbra.core.Failure;
import penumbra.core.PatientPosition.Vector;
import penumbra.dicom.grey.Plane;
import penumbra.io.format.UnreadableFileException;

/// Orders the slices of a series and checks whether they make a volume.
///
/// They are ordered along the normal of their planes, the cross product of the row and the column
/// direction: axial slices from foot to head. If the files have no positions, the Instance Number
/// orders them. A volume's slices are evenly spaced, without gaps and duplicates.
final class SliceOrdering {
  /// The tolerance of a slice's position, as a fraction of the distance between slices: some
  /// vendors round positions to a tenth of a millimetre.
  private static final double EVEN = 0.2;

  private static final Set<String> PROJECTIONS = Set.of("CR", "DX", "MG", "IO", "PX", "RG");

  /// What keeps slices from being a volume.
  ///
  /// @param rule what they must do, without "must"
  /// @param found what they do instead
  private record Problem(String rule, String found) {}

  private final Series series;
  private final boolean lenient;
  private final List<String> notes = new ArrayList<>();
  private List<Slice> slices;

  private SliceOrdering(Series series, boolean lenient) {
    this.series = series;
    this.lenient = lenient;
    this.slices = new ArrayList<>(series.slices());
  }

  static OrderedSlices of(Series series, boolean lenient) throws UnreadableFileException {
    var stacking = new SliceOrdering(series, lenient);
    stacking.dropCopies();
    return stacking.hasPlanes() ? stacking.byPosition() : stacking.byNumber();
  }

  /// How far the slice lies from `first` along the normal, in millimetres.
  static double place(Slice slice, Slice first) {
    Plane plane = first.plane().orElseThrow();
    return slice.plane().orElseThrow().position().minus(plane.position()).dot(plane.normal());
  }

  private boolean hasPlanes() {
    return slices.stream().allMatch(slice -> slice.plane().isPresent());
  }

  /// The same object twice is one picture.
  private void dropCopies() {
    Set<String> known = new HashSet<>();
    List<Slice> kept = slices.stream().filter(slice -> known.add(slice.identity())).toList();
    if (kept.size() < slices.size()) {
      int copies = slices.size() - kept.size();
      notes.add("Left out " + counted(copies) + " with the SOP Instance UID of another.");
    }
    slices = new ArrayList<>(kept);
  }

  private OrderedSlices byPosition() throws UnreadableFileException {
    Slice any = slices.getFirst();
    slices.sort(
        Comparator.comparingDouble((Slice slice) -> place(slice, any))
            .thenComparingInt(slice -> slice.number().orElse(0))
            .thenComparing(slice -> slice.file().toString()));
    notes.add("Sorted by position along the normal of the slices' planes.");
    dropDoubles();
    if (slices.size() == 1) {
      return single();
    }
    Optional<Problem> uneven = uneven();
    if (uneven.isPresent()) {
      if (!lenient) {
        throw broken(uneven.get(), "read it with its distances unknown by lenient reading");
      }
      notes.add("Distances count as unknown: " + uneven.get().found + ".");
      return stack(Optional.empty(), Optional.empty());
    }
    Vector step = step();
    double distance = step.dot(normal());
    double shift = step.minus(normal().times(distance)).length();
    if (shift > EVEN * distance) {
      notes.add(
          "The gantry was tilted: each slice is shifted by "
              + text(shift)
              + " mm against the one before.");
    }
    return stack(Optional.of(distance), Optional.of(step));
  }

  private Vector normal() {
    return slices.getFirst().plane().orElseThrow().normal();
  }

  private Vector step() {
    Vector first = slices.getFirst().plane().orElseThrow().position();
    Vector last = slices.getLast().plane().orElseThrow().position();
    return last.minus(first).times(1.0 / (slices.size() - 1));
  }

  private void dropDoubles() throws UnreadableFileException {
    List<Slice> kept = new ArrayList<>(List.of(slices.getFirst()));
    for (Slice slice : slices.subList(1, slices.size())) {
      if (place(slice, kept.getLast()) >= Places.ONE_PLACE) {
        kept.add(slice);
      } else if (!lenient) {
        checkPlaces();
        Optional<MissingSlice> missing = MissingSlice.in(slices);
        if (missing.isPresent()) {
          throw broken(
              new Problem(missing.get().rule(), missing.get().found()),
              "take the first at each place by lenient reading");
        }
        String both = kept.getLast().label() + " and " + slice.label() + " both lie ";
        String where = text(place(slice, slices.getFirst())) + " mm from the first slice";
        throw broken(
            new Problem("hold each place once", both + where),
            "take the first of them by lenient reading");
      }
    }
    if (kept.size() < slices.size()) {
      int dropped = slices.size() - kept.size();
      notes.add("Left out " + counted(dropped) + " at the place of another.");
    }
    slices = kept;
  }

  /// Pictures of one place, of a beating heart for instance, are no volume.
  private void checkPlaces() throws UnreadableFileException {
    if (Places.of(slices).filter(places -> places.count() == 1).isPresent()) {
      throw UnreadableFileException.of(
          Failure.Kind.NO_VOLUME,
          series.folder(),
          "must hold slices at several places to be read as a volume",
          "holds " + slices.size() + " of one place (" + series.describe() + ")",
          "read them one by one");
    }
  }

  /// What keeps the slices from being at even distances on one line, if anything does.
  private Optional<Problem> uneven() {
    Vector step = step();
    double even = step.dot(normal());
    Slice first = slices.getFirst();
    Vector start = first.plane().orElseThrow().position();
    boolean along = true;
    for (int i = 1; i < slices.size(); i++) {
      Vector there = slices.get(i).plane().orElseThrow().position();
      Vector away = there.minus(start.plus(step.times(i)));
      if (Math.abs(away.dot(normal())) > EVEN * even) {
        return Optional.of(unevenPlace());
      }
      along &= away.length() <= Math.max(1, EVEN * even);
    }
    return along
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "lie behind each other", "some lie more than a millimetre beside the line"));
  }

  /// The first pair whose distance is not the middle one of all; of distances that only drift, the
  /// one that is furthest from it.
  private Problem unevenPlace() {
    double[] distances = new double[slices.size() - 1];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = place(slices.get(i + 1), slices.get(i));
    }
    double[] sorted = distances.clone();
    java.util.Arrays.sort(sorted);
    double usual = sorted[(sorted.length - 1) / 2];
    int worst = 0;
    double most = 0;
    for (int i = 0; i < distances.length && most <= EVEN * usual; i++) {
      double off = Math.abs(distances[i] - usual);
      worst = off > most ? i : worst;
      most = Math.max(off, most);
    }
    double ratio = distances[worst] / usual;
    long missing = Math.round(ratio) - 1;
    boolean gap = missing >= 1 && Math.abs(ratio - Math.round(ratio)) < EVEN * ratio;
    String between = slices.get(worst).label() + " and " + slices.get(worst + 1).label();
    String far = text(distances[worst]) + " mm apart where others are " + text(usual) + " mm";
    return gap
        ? new Problem(
            "be without gaps",
            missing
                + (missing == 1 ? " is" : " are")
                + " missing between "
                + between
                + ", which are "
                + far)
        : new Problem("be at even distances", between + " are " + far);
  }

  private OrderedSlices byNumber() throws UnreadableFileException {
    if (PROJECTIONS.contains(series.modality())) {
      throw UnreadableFileException.of(
          Failure.Kind.NO_VOLUME,
          series.folder(),
          "must hold slices to be read as a volume",
          "holds projections (" + series.describe() + ")",
          "read them one by one");
    }
    boolean numbered = slices.stream().allMatch(slice -> slice.number().isPresent());
    if (!numbered && !lenient) {
      throw broken(
          new Problem("have positions or Instance Numbers", "some have neither"),
          "take them in the order of their names by lenient reading");
    }
    if (numbered) {
      slices.sort(Comparator.comparingInt(slice -> slice.number().orElseThrow()));
      checkNumbers();
    }
    notes.add(
        "The files do not say where the slices lie; they are in the order of their "
            + (numbered ? "Instance Numbers." : "names."));
    return single();
  }

  private void checkNumbers() throws UnreadableFileException {
    for (int i = 1; i < slices.size(); i++) {
      int before = slices.get(i - 1).number().orElseThrow();
      int number = slices.get(i).number().orElseThrow();
      if ((long) number - before != 1 && !lenient) {
        String between = slices.get(i - 1).label() + " and " + slices.get(i).label();
        String have =
            number == before
                ? " both have " + number
                : " have " + before + " and " + number + " and follow each other";
        throw broken(
            new Problem("have every Instance Number once", between + have),
            "take them as they are by lenient reading");
      }
    }
  }

  /// Without two positions only the files' own word on the distance is left.
  private OrderedSlices single() {
    Slice first = slices.getFirst();
    Optional<Double> distance = first.grid().between();
    return stack(distance, distance.flatMap(d -> first.plane().map(p -> p.normal().times(d))));
  }

  private OrderedSlices stack(Optional<Double> distance, Optional<Vector> step) {
    return new OrderedSlices(slices, distance, step, notes);
  }

  private UnreadableFileException broken(Problem problem, String lenientWay) {
    return UnreadableFileException.of(
        Failure.Kind.UNEVEN_SERIES,
        series.folder(),
        "must be a volume, and the slices of its " + series.describe() + ", must " + problem.rule,
        problem.found,
        "copy the series again, or " + lenientWay);
  }

  private static String counted(int slices) {
    return slices == 1 ? "1 slice" : slices + " slices";
  }

  static String text(double millimetres) {
    double rounded = Math.rint(millimetres * 1e3) / 1e3;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }
}
