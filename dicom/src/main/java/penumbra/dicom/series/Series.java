package penumbra.dicom.series;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import penumbra.core.Radiograph;
import penumbra.io.format.IoConsumer;
import penumbra.io.format.Limits;
import penumbra.io.format.ReadOptions;

/// Slices that make a volume: those of one DICOM series that share size, spacing and orientation.
///
/// ```
/// List<Series> all = Series.in(folder, files, Limits.standard(), wrong -> log(wrong));
/// Radiograph volume = all.getFirst().read(ReadOptions.standard());
/// ```
///
/// A series that holds several such sets, a localizer beside the slices for instance, or the same
/// places at several times, is as many of these, its parts.
///
/// @param folder what the user named, for messages
/// @param uid the Series Instance UID; empty where the files have none
/// @param number the Series Number
/// @param modality `CT`, or what else the files say
/// @param part which of the series' parts this is, from 1
/// @param parts how many there are
/// @param slices in the order of the files
public record Series(
    Path folder,
    String uid,
    OptionalInt number,
    String modality,
    int part,
    int parts,
    List<Slice> slices) {
  public Series {
    slices = List.copyOf(slices);
  }

  /// The series among `files`, of which those that are no DICOM images are passed over: by Series
  /// Number, then by their files. Only headers are read.
  ///
  /// @param folder what the user named, for messages
  /// @param unreadable is told of each DICOM file whose header cannot be read
  public static List<Series> in(
      Path folder, List<Path> files, Limits limits, IoConsumer<? super IOException> unreadable)
      throws IOException {
    return new SeriesSearch(folder, limits).search(files, unreadable);
  }

  /// The slices in their order, with what is known of their distances.
  ///
  /// @param lenient whether to go on where slices are missing, doubled or unevenly apart
  /// @throws penumbra.io.format.UnreadableFileException where they make no volume
  public Stack stack(boolean lenient) throws IOException {
    return Stacking.of(this, lenient);
  }

  /// The volume: shape (slices, rows, columns), the values that are asked for, with the spacing of
  /// its three axes and its place in the patient.
  public Radiograph read(ReadOptions options) throws IOException {
    return new VolumeReader(this, options).read();
  }

  /// What it is called in an output folder: `series-3`, and `series-3-2` of the second part.
  public String name() {
    String name = number.isPresent() ? "series-" + number.getAsInt() : "series";
    return parts == 1 ? name : name + "-" + part;
  }

  /// `series 3, part 2 of 4, CT, 120 slices of 512 x 512`
  public String describe() {
    SliceGrid grid = slices.getFirst().grid();
    return (number.isPresent() ? "series " + number.getAsInt() : "series without a number")
        + (parts == 1 ? "" : ", part " + part + " of " + parts)
        + (modality.isEmpty() ? "" : ", " + modality)
        + ", "
        + slices.size()
        + (slices.size() == 1 ? " slice of " : " slices of ")
        + grid.rows()
        + " x "
        + grid.columns();
  }
}
