package penumbra.dicom.series;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import penumbra.core.PatientPosition.Vector;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.file.DicomReader;
import penumbra.dicom.grey.Plane;
import penumbra.dicom.grey.Spacing;
import penumbra.dicom.pixel.PixelData;
import penumbra.io.format.Limits;

/// Reads from a file's header what decides where its pictures belong.
final class SliceHeaders {
  private static final Tag GRID_FRAME_OFFSET_VECTOR = Tag.of(0x3004, 0x000C);

  /// All that is looked at, so that the elements of a large header are not copied for each frame.
  private static final List<Tag> WANTED =
      List.of(
          Tags.IMAGE_POSITION_PATIENT,
          Tags.IMAGE_ORIENTATION_PATIENT,
          Tags.PIXEL_SPACING,
          Tags.IMAGER_PIXEL_SPACING,
          Tags.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR,
          Tag.of(0x0018, 0x2010), // Nominal Scanned Pixel Spacing
          Tags.SPACING_BETWEEN_SLICES);

  private static final Tag FRAME_CONTENT_SEQUENCE = Tag.of(0x0020, 0x9111);

  private static final List<Tag> GROUPS =
      List.of(
          Tags.PIXEL_MEASURES_SEQUENCE,
          Tags.PLANE_POSITION_SEQUENCE,
          Tags.PLANE_ORIENTATION_SEQUENCE,
          FRAME_CONTENT_SEQUENCE);

  private final Path file;
  private final DataSet data;
  private final int rows;
  private final int columns;
  private final int frames;
  private final SliceMarks marks;

  private SliceHeaders(Path file, DataSet data) throws IOException {
    this.file = file;
    this.data = data;
    this.rows = data.integer(Tags.ROWS).orElse(0);
    this.columns = data.integer(Tags.COLUMNS).orElse(0);
    this.frames = rows < 1 || columns < 1 ? 1 : frames(file, data);
    this.marks = new SliceMarks(data);
  }

  /// The number of frames by the header; if it has no valid number, those in the pixel data.
  private static int frames(Path file, DataSet data) throws IOException {
    try {
      int told = data.integer(Tags.NUMBER_OF_FRAMES).orElse(1);
      if (told > 0) {
        return told;
      }
    } catch (DicomException noNumber) {
      // The frames are counted.
    }
    return PixelData.of(DicomReader.read(file)).frames();
  }

  /// The pictures of a file; none of an object without any.
  static List<Slice> of(Path file, DataSet data, Limits limits) throws IOException {
    var heads = new SliceHeaders(file, data);
    if (heads.rows < 1 || heads.columns < 1) {
      return List.of();
    }
    heads.checkSize(limits);
    return heads.frames == 1 ? heads.single() : heads.all();
  }

  /// Before a slice is made for each of the frames that a header promises.
  private void checkSize(Limits limits) throws IOException {
    double pixels = (double) frames * rows * columns;
    if (frames > Files.size(file) || pixels > limits.maxPixels()) {
      throw new DicomException(
          "must have at most " + limits.maxPixels() + " pixels in all, and a byte for each frame",
          "has " + frames + " frames of " + rows + " x " + columns + " pixels",
          "read one frame of it, or raise the limit with the environment variable "
              + Limits.VARIABLE);
    }
  }

  /// The picture, or the tiles of a mosaic.
  private List<Slice> single() throws DicomException {
    DataSet own = base();
    Optional<Plane> plane = Plane.of(own);
    Optional<Mosaic> mosaic = Mosaic.of(data, rows, columns);
    Map<String, String> told = marks.ofFile();
    if (mosaic.isEmpty()) {
      return List.of(slice(1, grid(own, rows, columns), plane, number(), told, Optional.empty()));
    }
    SliceGrid grid = grid(own, mosaic.get().rows(), mosaic.get().columns());
    return mosaic.get().tiles().stream()
        .map(tile -> {
          Optional<Plane> there = mosaic.get().plane(tile, plane, grid.spacing());
          OptionalInt number = there.isPresent() ? number() : OptionalInt.of(tile.number());
          return slice(1, grid, there, number, told, Optional.of(tile));
        })
        .toList();
  }

  private List<Slice> all() throws DicomException {
    DataSet shared = base();
    for (DataSet groups : data.items(Tags.SHARED_FUNCTIONAL_GROUPS_SEQUENCE)) {
      shared = withGroups(shared, groups);
    }
    DataSet common =
        data.items(Tags.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).stream()
            .findFirst()
            .orElse(DataSet.empty());
    List<DataSet> own = data.items(Tags.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
    double[] offsets = data.numbers(GRID_FRAME_OFFSET_VECTOR);
    boolean enhanced = own.size() >= frames;
    Map<String, String> ofAll = marks.of(common, DataSet.empty());
    List<Slice> slices = new ArrayList<>();
    for (int frame = 1; frame <= frames; frame++) {
      DataSet attributes = enhanced ? withGroups(shared, own.get(frame - 1)) : shared;
      Optional<Plane> plane = Optional.empty();
      if (enhanced) {
        plane = Plane.of(attributes);
      } else if (offsets.length == frames) {
        // From the first frame on; some makers count from elsewhere.
        double offset = offsets[frame - 1] - offsets[0];
        plane = Plane.of(attributes).map(first -> moved(first, offset));
      }
      Map<String, String> told = enhanced ? marks.of(common, own.get(frame - 1)) : ofAll;
      SliceGrid grid = grid(attributes, rows, columns);
      slices.add(slice(frame, grid, plane, OptionalInt.of(frame), told, Optional.empty()));
    }
    return slices;
  }

  /// The plane of a dose grid's frame, which lies so far along the normal from the first.
  private static Plane moved(Plane first, double offset) {
    Vector along = first.normal().times(offset);
    return new Plane(first.position().plus(along), first.alongRow(), first.alongColumn());
  }

  private Slice slice(
      int frame,
      SliceGrid grid,
      Optional<Plane> plane,
      OptionalInt number,
      Map<String, String> told,
      Optional<MosaicTile> tile) {
    String instance = data.text(Tags.SOP_INSTANCE_UID).orElse("");
    return new Slice(file, frame, grid, plane, number, instance, told, tile);
  }

  private SliceGrid grid(DataSet attributes, int height, int width) {
    List<Double> spacing = Spacing.of(attributes, _ -> {}).map(Spacing::axes).orElse(List.of());
    return new SliceGrid(frames, height, width, spacing, between(attributes));
  }

  private OptionalInt number() {
    try {
      return data.integer(Tags.INSTANCE_NUMBER);
    } catch (DicomException noNumber) {
      return OptionalInt.empty(); // as good as none
    }
  }

  private static Optional<Double> between(DataSet attributes) {
    try {
      double value = Math.abs(attributes.number(Tags.SPACING_BETWEEN_SLICES).orElse(0));
      return value > 0 && Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    } catch (DicomException noNumber) {
      return Optional.empty();
    }
  }

  private DataSet base() {
    return DataSet.of(WANTED.stream().flatMap(tag -> data.element(tag).stream()).toList());
  }

  private static DataSet withGroups(DataSet attributes, DataSet groups) {
    DataSet all = attributes;
    for (Tag group : GROUPS) {
      List<DataSet> items = groups.items(group);
      if (!items.isEmpty()) {
        all = all.with(items.getFirst());
      }
    }
    return all;
  }
}
