package penumbra.dicom.series;

import java.lang.foreign.MemorySegment;
import penumbra.core.NdArray;
import penumbra.dicom.DicomException;

/// Takes a slice's pixels out of its picture: all of them, or those of its tile.
final class TileCut {
  private TileCut() {}

  /// A file may have changed since its header was read.
  static void check(NdArray picture, Slice slice) throws DicomException {
    SliceGrid grid = slice.grid();
    boolean whole = slice.tile().isEmpty();
    int rows = grid.rows() + slice.tile().map(MosaicTile::row).orElse(0);
    int columns = grid.columns() + slice.tile().map(MosaicTile::column).orElse(0);
    boolean right =
        whole
            ? picture.length(0) == rows && picture.length(1) == columns
            : picture.length(0) >= rows && picture.length(1) >= columns;
    if (!right) {
      throw new DicomException(
          "must have " + rows + " x " + columns + " pixels, as its header says",
          "has " + picture,
          "copy it again");
    }
  }

  static NdArray of(NdArray picture, Slice slice) {
    if (slice.tile().isEmpty()) {
      return picture;
    }
    MosaicTile tile = slice.tile().get();
    int rows = slice.grid().rows();
    int columns = slice.grid().columns();
    int unit = picture.type().bytes();
    MemorySegment cut = NdArray.allocate(picture.type(), (long) rows * columns);
    for (int row = 0; row < rows; row++) {
      long from = ((long) tile.row() + row) * picture.length(1) + tile.column();
      MemorySegment.copy(
          picture.segment(), from * unit, cut, (long) row * columns * unit, (long) columns * unit);
    }
    return NdArray.of(picture.type(), cut, rows, columns);
  }
}
