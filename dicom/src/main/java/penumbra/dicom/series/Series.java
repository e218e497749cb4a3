package penumbra.dicom.series;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import penumbra.core.Radiograph;
import penumbra.io.format.IoConsumer;
import penumbra.io.format.Limits;
import penumbra.io.format.ReadOptions;

/// The slices of a volume: those of one DICOM series with the same size, spacing and orientation.
///
/// ```
/// List<Series> all = Series.in(folder, files, Limits.standard(), wrong -> log(wrong));
/// Radiograph volume = all.getFirst().read(ReadOptions.standard());
/// ```
///
/// A series may hold several such sets, for example a localizer besides the slices, or the same
/// positions at several times, b-values or echoes. Each set is an object of this class, a part of
/// the series, and its coordinates say which: `time 2`.
///
/// @param folder what the user named, for messages
/// @param uid the Series Instance UID; empty where the files have none
/// @param number the Series Number
/// @param modality `CT`, or what else the files say
/// @param part which of the series' parts this is, from 1
/// @param parts how many there are
/// @param coordinates what tells it from other parts at the same positions; empty without such
/// @param slices in the order of the files
public record Series(
    Path folder,
    String uid,
    OptionalInt number,
    String modality,
    int part,
    int parts,
    List<Coordinate> coordinates,
    List<Slice> slices) {
  public Series {
    coordinates = List.copyOf(coordinates);
    slices = List.copyOf(slices);
  }

  /// The series among `files`, by Series Number, then by their files. Files that are not DICOM
  /// images are skipped. Only headers are read.
  ///
  /// @param folder what the user named, for messages
  /// @param unreadable gets the error of each DICOM file whose header cannot be read
  public static List<Series> in(
      Path folder, List<Path> files, Limits limits, IoConsumer<? super IOException> unreadable)
      throws IOException {
    return new SeriesSearch(folder, limits).search(files, unreadable);
  }

  /// The slices in order, with their distances, if known.
  ///
  /// @param lenient whether to continue if slices are missing, doubled or unevenly spaced
  /// @throws penumbra.io.format.UnreadableFileException if they do not make a volume
  public OrderedSlices stack(boolean lenient) throws IOException {
    return SliceOrdering.of(this, lenient);
  }

  /// The volume: shape (slices, rows, columns), with the requested values, the spacing of its three
  /// axes and its position in the patient.
  public Radiograph read(ReadOptions options) throws IOException {
    return new VolumeReader(this, options).read();
  }

  /// Its name in an output folder: `series-3`, and `series-3-2` for the second part.
  public String name() {
    String name = number.isPresent() ? "series-" + number.getAsInt() : "series";
    return parts == 1 ? name : name + "-" + part;
  }

  /// `series 3, part 2 of 4 (time 2), CT, 120 slices of 512 x 512`
  public String describe() {
    SliceGrid grid = slices.getFirst().grid();
    return (number.isPresent() ? "series " + number.getAsInt() : "series without a number")
        + (parts == 1 ? "" : ", part " + part + " of " + parts)
        + (coordinates.isEmpty() ? "" : " (" + place() + ")")
        + (modality.isEmpty() ? "" : ", " + modality)
        + ", "
        + slices.size()
        + (slices.size() == 1 ? " slice of " : " slices of ")
        + grid.rows()
        + " x "
        + grid.columns();
  }

  private String place() {
    return coordinates.stream().map(Coordinate::describe).collect(Collectors.joining(", "));
  }
}
