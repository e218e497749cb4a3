package penumbra.dicom.series;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import penumbra.dicom.grey.Plane;

/// A picture that may be a slice of a volume: the only frame of a file, or one of several.
///
/// @param file where it stands
/// @param frame its number in the file, from 1
/// @param grid its size, spacing and orientation
/// @param plane its position in the patient; empty if its file does not say
/// @param number the Instance Number, of several frames the frame's; empty where there is none
/// @param instance the SOP Instance UID
/// @param marks what can distinguish slices at the same position, by its name
/// @param tile which part of the picture it is; empty if it is the whole
public record Slice(
    Path file,
    int frame,
    SliceGrid grid,
    Optional<Plane> plane,
    OptionalInt number,
    String instance,
    Map<String, String> marks,
    Optional<MosaicTile> tile) {
  public Slice {
    marks = Map.copyOf(marks);
  }

  /// Which object it is, and which frame or tile of it.
  String identity() {
    return (instance.isEmpty() ? file.toString() : instance)
        + "#"
        + frame
        + tile.map(part -> "#" + part.number()).orElse("");
  }

  /// The mark's value; empty if the file has none.
  String mark(Mark mark) {
    return marks.getOrDefault(mark.name(), "");
  }

  /// As messages name it: `IM7`, or `frame 3`, with the place where it is known.
  String label() {
    String name = grid.frames() > 1 ? "frame " + frame : String.valueOf(file.getFileName());
    return name + tile.map(part -> ", tile " + part.number()).orElse("");
  }
}
