package penumbra.dicom.codec.jpeg2000;

import penumbra.dicom.DicomException;

/// The content of the marker SIZ, T.800 annex A.5.1. All components have one precision and are not
/// subsampled; anything else is rejected.
///
/// @param x0 the image's left edge on the reference grid
/// @param y0 its upper edge
/// @param x1 one more than its right edge
/// @param y1 one more than its lower edge
/// @param tileX the left edge of the first tile
/// @param tileY its upper edge
/// @param tileWidth the width of a whole tile
/// @param tileHeight the height of a whole tile
/// @param components the number of components
/// @param bits the bits of a sample, from 1 to 24
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
    int components,
    int bits,
    boolean signed) {
  private static final int MAX_TILES = 65535;
  private static final int MAX_BITS = 24;

  static Size read(Input segment) throws DicomException {
    int capabilities = segment.u16();
    if ((capabilities & 0x4000) != 0) {
      throw CodestreamErrors.unsupported("has high-throughput ones, of part 15");
    }
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
    for (int i = 0; i < components; i++) {
      int other = i == 0 ? depth : segment.u8();
      if (other != depth || segment.u8() != 1 || segment.u8() != 1) {
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
            && tileWidth > 0
            && tileHeight > 0
            && tileX <= x0
            && tileY <= y0
            && (long) tileX + tileWidth > x0
            && (long) tileY + tileHeight > y0;
    if (!sound || (long) tilesAcross() * tilesDown() > MAX_TILES) {
      throw CodestreamErrors.of("has lengths in the marker SIZ that do not fit together");
    }
    if (bits > MAX_BITS) {
      throw CodestreamErrors.unsupported("has " + bits + " bits a sample");
    }
  }

  /// The number of columns of the image.
  public int width() {
    return x1 - x0;
  }

  /// The number of rows of the image.
  public int height() {
    return y1 - y0;
  }

  int tilesAcross() {
    return (int) Math.ceilDiv((long) x1 - tileX, (long) tileWidth);
  }

  int tilesDown() {
    return (int) Math.ceilDiv((long) y1 - tileY, (long) tileHeight);
  }

  /// The part of the reference grid that a tile covers.
  TileArea tile(int index) {
    long left = tileX + (long) (index % tilesAcross()) * tileWidth;
    long top = tileY + (long) (index / tilesAcross()) * tileHeight;
    return new TileArea(
        (int) Math.max(left, x0),
        (int) Math.max(top, y0),
        (int) Math.min(left + tileWidth, x1),
        (int) Math.min(top + tileHeight, y1));
  }
}
