package penumbra.dicom.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import penumbra.core.PatientPosition.Vector;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.Vr;
import penumbra.dicom.grey.Plane;

/// A picture of a Siemens scanner that shows all slices of a volume beside each other, row by row.
///
/// The number of slices is NumberOfImagesInMosaic of the scanner's own header, or (0019,xx0A). If
/// neither is there, as in files without private elements, the Acquisition Matrix gives the size of
/// a slice, and all tiles count, the black ones at the end too.
///
/// Image Position (Patient) is that of a single slice as large as the mosaic around the first
/// slice's centre. SliceNormalVector of the scanner's header says on which side the further slices
/// lie, and Spacing Between Slices how far. Without one of them the slices' places are not known.
///
/// @param count how many slices there are
/// @param across how many stand in a row
/// @param rows of a slice
/// @param columns of a slice
/// @param step from a slice to the next in the patient, as the scanner's header has it; empty where
///   it is not known
record Mosaic(int count, int across, int rows, int columns, Optional<Vector> step) {
  private static final int MOST = 1 << 14;
  private static final Tag ACQUISITION_MATRIX = Tag.of(0x0018, 0x1310);
  private static final double TOLERANCE = 0.01;

  /// The mosaic that the picture is, if it is one.
  ///
  /// @throws DicomException if its slices have no place in it
  static Optional<Mosaic> of(DataSet data, int rows, int columns) throws DicomException {
    boolean named = data.texts(Tags.IMAGE_TYPE).contains("MOSAIC");
    CsaHeader header = CsaHeader.of(data);
    int count = count(data, header);
    if (count > 1) {
      int across = (int) Math.ceil(Math.sqrt(count));
      boolean fits = rows % across == 0 && columns % across == 0;
      if (!fits && !named) {
        return Optional.empty(); // a slice of a mosaic that somebody has taken apart
      }
      if (!fits) {
        throw new DicomException(
            "must have room for the " + count + " slices of its mosaic, " + across + " in a row",
            "has " + rows + " x " + columns + " pixels",
            "copy it again, or read it as one picture");
      }
      Optional<Vector> step = step(data, header);
      return Optional.of(new Mosaic(count, across, rows / across, columns / across, step));
    }
    return named ? byMatrix(data, rows, columns) : Optional.empty();
  }

  private static int count(DataSet data, CsaHeader header) {
    double own = header.number("NumberOfImagesInMosaic").orElse(0);
    double[] other = new PrivateElements(data).numbers("SIEMENS MR HEADER", 0x0019, 0x0A, Vr.US);
    double count = own > 1 || other.length == 0 ? own : other[0];
    return count > 1 && count <= MOST && count == Math.rint(count) ? (int) count : 0;
  }

  private static Optional<Mosaic> byMatrix(DataSet data, int rows, int columns) {
    int side = 0;
    try {
      side = (int) Arrays.stream(data.numbers(ACQUISITION_MATRIX)).max().orElse(0);
    } catch (DicomException noNumbers) {
      return Optional.empty(); // as good as none
    }
    int across = side < 1 ? 0 : columns / side;
    boolean square = across > 1 && across * side == columns && across * side == rows;
    return square && across * across <= MOST
        ? Optional.of(new Mosaic(across * across, across, side, side, Optional.empty()))
        : Optional.empty();
  }

  private static Optional<Vector> step(DataSet data, CsaHeader header) {
    double[] normal = header.numbers("SliceNormalVector");
    OptionalDouble distance = OptionalDouble.empty();
    try {
      distance = data.number(Tags.SPACING_BETWEEN_SLICES);
    } catch (DicomException noNumber) {
      distance = OptionalDouble.empty(); // that of the scanner's header counts
    }
    double apart = distance.orElseGet(() -> header.number("SpacingBetweenSlices").orElse(0));
    if (normal.length != 3 || !(apart > 0)) {
      return Optional.empty();
    }
    Vector along = new Vector(normal[0], normal[1], normal[2]);
    return Math.abs(along.length() - 1) < TOLERANCE
        ? Optional.of(along.unit().times(apart))
        : Optional.empty();
  }

  List<MosaicTile> tiles() {
    List<MosaicTile> tiles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tiles.add(new MosaicTile(i + 1, i / across * rows, i % across * columns));
    }
    return tiles;
  }

  /// The plane of a tile.
  ///
  /// @param whole the plane that the picture has by its elements
  /// @param spacing between rows and between columns
  Optional<Plane> plane(MosaicTile tile, Optional<Plane> whole, List<Double> spacing) {
    if (whole.isEmpty() || step.isEmpty() || spacing.size() != 2) {
      return Optional.empty();
    }
    Plane plane = whole.get();
    double along = step.get().dot(plane.normal());
    double apart = step.get().length();
    if (Math.abs(along) < (1 - TOLERANCE) * apart) {
      return Optional.empty(); // no normal of these slices
    }
    double right = (across - 1) * columns / 2.0 * spacing.getLast();
    double down = (across - 1) * rows / 2.0 * spacing.getFirst();
    Vector first =
        plane.position().plus(plane.alongRow().times(right)).plus(plane.alongColumn().times(down));
    Vector own =
        first.plus(plane.normal().times(Math.copySign(apart, along) * (tile.number() - 1)));
    return Optional.of(new Plane(own, plane.alongRow(), plane.alongColumn()));
  }
}
