package penumbra.io.tiff;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import penumbra.core.DType;
import penumbra.io.format.Limits;
import penumbra.io.format.UnreadableFileException;

/// The form of one page of a TIFF, read from its directory and checked.
///
/// @param directory the directory, for all other fields
/// @param height rows
/// @param width columns
/// @param bits the bits of a sample
/// @param samples the samples of a pixel, including alpha
/// @param format the format of a sample: 1 unsigned, 2 signed, 3 floating point
/// @param photometric what the samples mean
/// @param planar whether the strips or tiles of each sample are separate
/// @param predictor the number of the predictor, see [TiffPredictor]
/// @param packing the compression of strips and tiles; empty for JPEG
/// @param tiled whether there are tiles
/// @param chunkHeight the rows of a strip or tile
/// @param chunkWidth the columns of a strip or tile
record TiffPage(
    TiffDirectory directory,
    int height,
    int width,
    int bits,
    int samples,
    int format,
    Meaning photometric,
    boolean planar,
    int predictor,
    Optional<TiffPacking> packing,
    boolean tiled,
    int chunkHeight,
    int chunkWidth) {
  private static final int JPEG = 7;
  private static final int MOST_SAMPLES = 16;
  private static final int STRIP_OFFSETS = 273;
  private static final int STRIP_COUNTS = 279;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_COUNTS = 325;

  /// What the samples of a pixel mean.
  enum Meaning {
    LIGHT_IS_ZERO("grey"),
    LIGHT_IS_HIGH("grey"),
    RGB("RGB"),
    PALETTE("palette"),
    YCBCR("YCbCr");

    private final String label;

    Meaning(String label) {
      this.label = label;
    }

    boolean isGrey() {
      return this == LIGHT_IS_ZERO || this == LIGHT_IS_HIGH;
    }
  }

  static TiffPage of(TiffDirectory directory, Limits limits) throws UnreadableFileException {
    Path file = directory.file();
    long height = directory.number(257, 0);
    long width = directory.number(256, 0);
    long samples = directory.number(277, 1);
    if (samples < 1 || samples > MOST_SAMPLES) {
      throw refused(file, "must have 1 to " + MOST_SAMPLES + " samples a pixel", samples);
    }
    limits.check(file, Math.min(height, 1L << 32), Math.min(width, 1L << 32), (int) samples);
    long compression = directory.number(259, 1);
    @Nullable TiffPacking packing = TiffPacking.of(compression);
    if (packing == null && compression != JPEG) {
      throw UnreadableFileException.of(
          file,
          "must be uncompressed or compressed with LZW, Deflate, PackBits or JPEG to be read",
          "has TIFF compression " + compression,
          "save it with one of these");
    }
    boolean tiled = directory.has(322);
    long chunkHeight = tiled ? directory.number(323, 0) : directory.number(278, height);
    long chunkWidth = tiled ? directory.number(322, 0) : width;
    // A strip may declare more rows than there are; a tile may not, because it stores them.
    chunkHeight = tiled ? chunkHeight : Math.min(chunkHeight, height);
    if (chunkHeight < 1
        || chunkWidth < 1
        || (tiled && chunkHeight > 1 << 16)
        || chunkWidth > 1 << 30) {
      throw refused(
          file, "must have strips or tiles of a sound size", chunkHeight + " x " + chunkWidth);
    }
    var page =
        new TiffPage(
            directory,
            (int) height,
            (int) width,
            sameForAll(directory, 258, 1, "bits"),
            (int) samples,
            sameForAll(directory, 339, 1, "format"),
            meaning(directory),
            directory.number(284, 1) == 2 && samples > 1,
            (int) Math.min(directory.number(317, TiffPredictor.NONE), 99),
            Optional.ofNullable(packing),
            tiled,
            (int) chunkHeight,
            (int) chunkWidth);
    page.check(limits);
    return page;
  }

  private static Meaning meaning(TiffDirectory directory) throws UnreadableFileException {
    long photometric = directory.number(262, directory.number(277, 1) >= 3 ? 2 : 1);
    return switch ((int) Math.min(photometric, 99)) {
      case 0 -> Meaning.LIGHT_IS_ZERO;
      case 1 -> Meaning.LIGHT_IS_HIGH;
      case 2 -> Meaning.RGB;
      case 3 -> Meaning.PALETTE;
      case 6 -> Meaning.YCBCR;
      default ->
          throw UnreadableFileException.of(
              directory.file(),
              "must be grey, RGB, YCbCr or with a palette to be read",
              "has TIFF photometric interpretation " + photometric,
              "convert it to grey or RGB");
    };
  }

  private static int sameForAll(TiffDirectory directory, int tag, int standard, String what)
      throws UnreadableFileException {
    long first = directory.number(tag, standard);
    if (directory.count(tag) <= MOST_SAMPLES) {
      for (long other : directory.numbers(tag)) {
        if (other != first) {
          throw refused(
              directory.file(), "must have samples of one " + what, first + " and " + other);
        }
      }
    }
    return (int) Math.min(first, 999);
  }

  private void check(Limits limits) throws UnreadableFileException {
    Path file = directory.file();
    type();
    boolean colour = photometric == Meaning.RGB || photometric == Meaning.YCBCR;
    if (samples < (colour ? 3 : 1)) {
      throw refused(file, "must have 3 samples a pixel for colour", samples);
    }
    if (colour && (format != 1 || (bits != 8 && bits != 16))) {
      throw refused(file, "must have unsigned 8- or 16-bit colours to be read", describe());
    }
    if (photometric == Meaning.PALETTE && (format != 1 || bits > 8)) {
      throw refused(file, "must have a palette of at most 256 colours", describe());
    }
    boolean jpeg = packing.isEmpty();
    if (jpeg && (bits != 8 || planar || photometric == Meaning.PALETTE)) {
      throw refused(
          file, "must have 8-bit grey, RGB or YCbCr where it is compressed with JPEG", describe());
    }
    if (!jpeg && photometric == Meaning.YCBCR && (bits != 8 || samples != 3)) {
      throw refused(file, "must have 3 samples of 8 bits for YCbCr to be read", describe());
    }
    boolean whole = bits % 8 == 0;
    boolean sound =
        switch (predictor) {
          case TiffPredictor.NONE -> true;
          case TiffPredictor.HORIZONTAL -> whole;
          case TiffPredictor.FLOATING_POINT -> whole && format == 3;
          default -> false;
        };
    if (!sound) {
      throw refused(
          file,
          "must have a predictor that suits its samples",
          "number " + predictor + ", with " + describe());
    }
    if (!whole && samples > 1 && !planar && !photometric.isGrey()) {
      throw refused(file, "must have whole bytes for each sample", describe());
    }
    if (rowBytes() > Integer.MAX_VALUE - 8 || rowBytes() * chunkHeight > Integer.MAX_VALUE - 8) {
      throw refused(file, "must have strips or tiles smaller than 2 GiB", describe());
    }
    // A tile is held completely, and it may be wider than the picture.
    limits.check(file, chunkHeight, chunkWidth, planar ? 1 : samples);
  }

  /// The element type of one sample: that of the file, with up to 8 and up to 16 bits unpacked.
  DType type() throws UnreadableFileException {
    DType type =
        switch (format * 100 + bits) {
          case 101, 102, 104, 108, 408 -> DType.UINT8;
          case 110, 112, 114, 116, 416 -> DType.UINT16;
          case 132, 432 -> DType.UINT32;
          case 208 -> DType.INT8;
          case 216 -> DType.INT16;
          case 232 -> DType.INT32;
          case 264 -> DType.INT64;
          case 316 -> DType.FLOAT16;
          case 332 -> DType.FLOAT32;
          case 364 -> DType.FLOAT64;
          default -> null;
        };
    if (type == null) {
      throw refused(
          directory.file(),
          "must have unsigned samples of 1, 2, 4, 8, 10, 12, 14, 16 or 32 bits, signed ones of 8 to"
              + " 64 or floating point ones of 16 to 64",
          describe());
    }
    return type;
  }

  /// The number of adjacent samples of a pixel.
  int stride() {
    return planar ? 1 : samples;
  }

  /// The bytes of a row of a strip or tile.
  long rowBytes() {
    return ((long) chunkWidth * stride() * bits + 7) / 8;
  }

  /// Where strips or tiles lie. Some programs list tiles under the tag of strips, or the reverse.
  long[] chunkOffsets() throws UnreadableFileException {
    return chunkField(TILE_OFFSETS, STRIP_OFFSETS);
  }

  /// How many bytes each strip or tile has.
  long[] chunkCounts() throws UnreadableFileException {
    return chunkField(TILE_COUNTS, STRIP_COUNTS);
  }

  private long[] chunkField(int ofTiles, int ofStrips) throws UnreadableFileException {
    int meant = tiled ? ofTiles : ofStrips;
    int other = tiled ? ofStrips : ofTiles;
    return directory.numbers(directory.has(meant) ? meant : other);
  }

  int chunksAcross() {
    return (width - 1) / chunkWidth + 1;
  }

  int chunksDown() {
    return (height - 1) / chunkHeight + 1;
  }

  /// Whether a page is a smaller copy of another, for a preview.
  static boolean isReduced(TiffDirectory directory) throws UnreadableFileException {
    return (directory.number(254, 0) & 1) != 0;
  }

  /// For example `16-bit RGB`.
  String describe() {
    String kind = format == 2 ? " signed" : format == 3 ? " floating point" : "";
    return String.format(Locale.ROOT, "%d-bit%s %s", bits, kind, photometric.label)
        + (photometric.isGrey() && samples > 1 ? " with " + (samples - 1) + " more" : "");
  }

  static UnreadableFileException refused(Path file, String rule, Object found) {
    return UnreadableFileException.of(
        file, rule, "has " + found, "save it again with another program");
  }
}
