package penumbra.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import penumbra.dicom.DicomException;

/// A codestream, bare or in the boxes of a JP2 file, T.800 annexes A and I.
///
/// ```
/// Codestream stream = Codestream.open(coded);
/// check(stream.size());
/// stream.decode((area, planes) -> keep(area, planes));
/// ```
public final class Codestream {
  private static final int SOC = 0xFF4F;
  private static final int SIZ = 0xFF51;
  private static final int CAP = 0xFF50;
  private static final int PPM = 0xFF60;
  private static final int PPT = 0xFF61;
  private static final int SOT = 0xFF90;
  private static final int SOD = 0xFF93;
  private static final int EOC = 0xFFD9;

  /// Part 15 in the capabilities.
  private static final long HIGH_THROUGHPUT = 1 << (32 - 15);

  /// Where the segment COD says it: behind the style, the order and the number of layers.
  private static final int MIXING = 4;

  /// The markers SOT, with its segment, and SOD.
  private static final int LEAST_PART = 14;

  /// Receives the samples of a tile.
  @FunctionalInterface
  public interface Sink {
    /// Receives the samples of one tile.
    ///
    /// @param left the tile's first column in the image
    /// @param top its first row
    /// @param width its columns
    /// @param planes the samples of each component, row by row
    void accept(int left, int top, int width, int[][] planes);
  }

  /// The data of a tile from its tile-parts.
  private static final class Tile {
    final CodingParameters parameters;
    final List<Input> bodies = new ArrayList<>();
    final List<Input> headers = new ArrayList<>();

    Tile(CodingParameters parameters) {
      this.parameters = parameters;
    }
  }

  private final byte[] bytes;
  private final int start;
  private final Size size;
  private final Input input;

  private Codestream(byte[] bytes) throws DicomException {
    this.bytes = bytes;
    this.start = Jp2.codestream(bytes);
    this.input = new Input(bytes, start, bytes.length);
    if (input.u16() != SOC || input.u16() != SIZ) {
      throw CodestreamErrors.at(start, "does not start a codestream");
    }
    this.size = Size.read(segment());
  }

  /// Reads the size of the image, without allocating anything.
  public static Codestream open(byte[] bytes) throws DicomException {
    return new Codestream(bytes);
  }

  /// The image size from the header.
  public Size size() {
    return size;
  }

  /// Whether the main header says that the first three components are mixed, by RCT or ICT.
  public boolean isMixed() throws DicomException {
    Input ahead = new Input(bytes, input.position(), bytes.length);
    int marker = ahead.u16();
    while (marker > SOC && marker != SOT) {
      Input segment = ahead.part(Math.max(ahead.u16(), 2) - 2);
      if (marker == CodingParameters.COD) {
        segment.skip(MIXING);
        return segment.u8() == 1;
      }
      marker = ahead.u16();
    }
    return false;
  }

  private Input segment() throws DicomException {
    int length = input.u16();
    if (length < 2) {
      throw CodestreamErrors.at(input.position(), "is behind a segment of length " + length);
    }
    return input.part(length - 2);
  }

  /// Decodes all tiles, one after the other.
  public void decode(Sink sink) throws DicomException {
    CodingParameters main = new CodingParameters(size.components());
    TreeMap<Integer, Input> packed = new TreeMap<>();
    int marker = input.u16();
    while (marker != SOT) {
      if (marker < SOC) {
        throw CodestreamErrors.at(input.position(), "is where a marker should be");
      }
      Input segment = segment();
      if (marker == PPM) {
        packed.put(segment.u8(), segment);
      }
      if (marker == CAP) {
        checkCapabilities(segment);
      }
      main.read(marker, segment);
      marker = input.u16();
    }
    List<Tile> tiles = tiles(main, PackedHeaders.split(packed.values()));
    Budget budget = new Budget(size);
    for (int i = 0; i < tiles.size(); i++) {
      Tile tile = tiles.get(i);
      TileArea area = size.tile(i);
      Input body = join(tile.bodies);
      Input headers = tile.headers.isEmpty() ? body : join(tile.headers);
      int[][] planes = new TileDecoder(size, area, tile.parameters, budget).decode(body, headers);
      tiles.set(i, new Tile(main));
      if (!area.isEmpty()) {
        sink.accept(area.x0() - size.left(), area.y0() - size.top(), area.width(), planes);
      }
    }
  }

  /// The capabilities beyond part 1, T.800 annex A.5.2: bit 32 - n stands for part n. What part 15
  /// says of itself there, the markers of coding say again.
  private static void checkCapabilities(Input segment) throws DicomException {
    long others = segment.u32() & ~HIGH_THROUGHPUT;
    if (others != 0) {
      int part = Long.numberOfLeadingZeros(others) - Integer.SIZE + 1;
      throw CodestreamErrors.unsupported("has ones that need part " + part);
    }
  }

  private List<Tile> tiles(CodingParameters main, List<Input> packed) throws DicomException {
    List<Tile> tiles = new ArrayList<>();
    int count = size.tilesAcross() * size.tilesDown();
    if (count > bytes.length / LEAST_PART) {
      throw CodestreamErrors.of("has " + count + " tiles in " + bytes.length + " bytes");
    }
    for (int i = 0; i < count; i++) {
      tiles.add(new Tile(main.copy()));
    }
    int parts = 0;
    do {
      int from = input.position() - 2;
      Tile tile = readPart(tiles, from);
      if (parts < packed.size()) {
        tile.headers.add(packed.get(parts));
      }
      parts++;
    } while (input.remaining() >= 2 && input.peek16() != EOC && input.u16() == SOT);
    for (int i = 0; i < tiles.size(); i++) {
      if (tiles.get(i).bodies.isEmpty()) {
        throw CodestreamErrors.of("has none of tile " + i + " of " + tiles.size());
      }
    }
    return tiles;
  }

  /// Reads one tile-part, whose marker SOT is at `from`.
  private Tile readPart(List<Tile> tiles, int from) throws DicomException {
    Input head = segment();
    int index = head.u16();
    long length = head.u32();
    if (index >= tiles.size()) {
      throw CodestreamErrors.at(from, "starts tile " + index + " of " + tiles.size());
    }
    Tile tile = tiles.get(index);
    TreeMap<Integer, Input> packed = new TreeMap<>();
    int marker = input.u16();
    while (marker != SOD) {
      if (marker < SOC) {
        throw CodestreamErrors.at(input.position(), "is where a marker should be");
      }
      Input segment = segment();
      if (marker == PPT) {
        packed.put(segment.u8(), segment);
      }
      tile.parameters.read(marker, segment);
      marker = input.u16();
    }
    tile.headers.addAll(packed.values());
    tile.bodies.add(input.part(bodyLength(from, length)));
    return tile;
  }

  /// The number of bytes left in a tile-part; a length of 0 means everything up to the end marker.
  private int bodyLength(int from, long length) throws DicomException {
    if (length == 0) {
      int end = bytes.length;
      while (end - 2 > input.position()
          && (bytes[end - 2] != (byte) (EOC >> 8) || bytes[end - 1] != (byte) EOC)) {
        end--;
      }
      return end - 2 > input.position() ? end - 2 - input.position() : input.remaining();
    }
    long left = from + length - input.position();
    if (left < 0 || left > input.remaining()) {
      throw CodestreamErrors.at(
          from,
          "starts a tile-part of "
              + length
              + " bytes, of which "
              + (bytes.length - from)
              + " are there");
    }
    return (int) left;
  }

  private static Input join(List<Input> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    byte[] joined = new byte[parts.stream().mapToInt(Input::remaining).sum()];
    int at = 0;
    for (Input part : parts) {
      part.copyTo(joined, at);
      at += part.remaining();
    }
    return new Input(joined, 0, joined.length);
  }
}
