package penumbra.dicom.codec.jpeg2000;

import penumbra.dicom.DicomException;

/// What the marker SIZ says, T.800 annex A.5.1. All components have one precision and one size;
/// anything else is refused. If each of them has a sample for every second point of the reference
/// grid only, as some mammography systems write it, these samples are the pixels.
///
/// @param x0 the image's left edge on the reference grid
/// @param y0 its upper edge
/// @param x1 one more than its right edge
/// @param y1 one more than its lower edge
/// @param tileX the left edge of the first tile
/// @param tileY its upper edge
/// @param tileWidth of a whole tile
/// @param tileHeight of a whole tile
/// @param stepX how many points of the grid a sample is wide
/// @param stepY how many it is high
/// @param components how many
/// @param bits of a sample, from 1 to 24
/// @param signed whether samples may be negative
public record Size(
    int x0,
    int y0,
    int x1,
    int y1,
    int tileX,
    int tileY,
    int tileWidth,
    int tileHeight,
    int stepX,
    int stepY,
    int components,
    int bits,
    boolean signed) {
  private static final int MAX_TILES = 65535;
  private static final int MAX_BITS = 24;

  static Size read(Input segment) throws DicomException {
    // The capabilities, which the markers of coding tell again.
    segment.skip(2);
    int[] numbers = new int[8];
    for (int i = 0; i < numbers.length; i++) {
      long number = segment.u32();
      if (number > Integer.MAX_VALUE) {
        throw CodestreamErrors.of("has a length of " + number + " in the marker SIZ");
      }
      numbers[i] = (int) number;
    }
    int components = segment.u16();
    if (components == 0) {
      throw CodestreamErrors.of("has no component in the marker SIZ");
    }
    int depth = segment.u8();
    int stepX = segment.u8();
    int stepY = segment.u8();
    for (int i = 1; i < components; i++) {
      if (segment.u8() != depth || segment.u8() != stepX || segment.u8() != stepY) {
        throw CodestreamErrors.unsupported("has components of different depth or size");
      }
    }
    Size size =
        new Size(
            numbers[2],
            numbers[3],
            numbers[0],
            numbers[1],
            numbers[6],
            numbers[7],
            numbers[4],
            numbers[5],
            stepX,
            stepY,
            components,
            (depth & 0x7F) + 1,
            (depth & 0x80) != 0);
    size.check();
    return size;
  }

  private void check() throws DicomException {
    boolean sound =
        x1 > x0
            && y1 > y0
            && stepX > 0
            && stepY > 0
            && tileWidth > 0
            && tileHeight > 0
            && tileX <= x0
            && tileY <= y0
            && (long) tileX + tileWidth > x0
            && (long) tileY + tileHeight > y0;
    if (!sound || (long) tilesAcross() * tilesDown() > MAX_TILES || width() < 1 || height() < 1) {
      throw CodestreamErrors.of("has lengths in the marker SIZ that do not fit together");
    }
    if (bits > MAX_BITS) {
      throw CodestreamErrors.unsupported("has " + bits + " bits a sample");
    }
  }

  /// The number of columns of the image.
  public int width() {
    return Math.ceilDiv(x1, stepX) - left();
  }

  /// The number of rows of the image.
  public int height() {
    return Math.ceilDiv(y1, stepY) - top();
  }

  /// The first column of the image among the samples.
  int left() {
    return Math.ceilDiv(x0, stepX);
  }

  /// The first row of the image among the samples.
  int top() {
    return Math.ceilDiv(y0, stepY);
  }

  int tilesAcross() {
    return (int) Math.ceilDiv((long) x1 - tileX, (long) tileWidth);
  }

  int tilesDown() {
    return (int) Math.ceilDiv((long) y1 - tileY, (long) tileHeight);
  }

  /// The samples of a tile.
  TileArea tile(int index) {
    long left = tileX + (long) (index % tilesAcross()) * tileWidth;
    long top = tileY + (long) (index / tilesAcross()) * tileHeight;
    return new TileArea(
        Math.ceilDiv((int) Math.max(left, x0), stepX),
        Math.ceilDiv((int) Math.max(top, y0), stepY),
        Math.ceilDiv((int) Math.min(left + tileWidth, x1), stepX),
        Math.ceilDiv((int) Math.min(top + tileHeight, y1), stepY));
  }
}
