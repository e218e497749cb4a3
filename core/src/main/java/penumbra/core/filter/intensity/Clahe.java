package penumbra.core.filter.intensity;

import static penumbra.core.InvalidInputException.require;

import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.Describe;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.GreyScale;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.Polarity;
import penumbra.core.Reference;
import penumbra.core.Summary;
import penumbra.core.engine.pointwise.TileEqualization;
import penumbra.core.filter.geometry.PictureAxes;

/// Contrast limited adaptive histogram equalisation: spreads the grey levels of each part of a
/// picture, without amplifying the noise of its uniform parts.
///
/// ```
/// NdArray even = Clahe.of(2).apply(bytes);
/// ```
///
/// The picture is divided into tiles. Each tile's histogram is clipped at `clipLimit` times the
/// count of a uniform histogram, and the excess is spread over all levels. Its cumulative sum is
/// the tile's table of new levels. A pixel's level is interpolated bilinearly between the tables of
/// the four nearest tiles.
///
/// **Result:** the input's shape and type, UINT8 or UINT16, with the bits of OpenCV's
/// `createCLAHE`. In an array with more than two axes, each picture is processed separately.
/// scikit-image's `equalize_adapthist` is another variant, with overlapping tiles and another
/// limit.
///
/// **Depth.** With a bin for each level, as in OpenCV, 16 bits give another picture than the 8 bits
/// of the same image: the histogram has 65536 bins, so that the limit of most tiles is one element.
/// With a `white` level, the levels from 0 to white fall into 256 bins at any depth, and the new
/// levels are interpolated between them. For UINT8 with white 255 this is OpenCV's.
///
/// **Notes.** The result depends on the size of the tiles, and so on the size of the picture.
/// Convert other types to UINT8 or UINT16 first, with [Windowing] or [Normalize]. UINT16 needs 128
/// KiB for each tile.
///
/// **Source:** K. Zuiderveld, "Contrast Limited Adaptive Histogram Equalization", Graphics Gems IV
/// (1994), 474-485, doi:10.1016/B978-0-12-336156-1.50061-6.
///
/// @param clipLimit the limit, relative to the count of a uniform histogram; 0 for no limit
/// @param tilesX the number of tiles across
/// @param tilesY the number of tiles down
/// @param white the level of white, up to which there are 256 bins; 0 for a bin for each level
@Summary("Equalise the histogram of each part of a picture, with limited contrast (CLAHE).")
@Reference(
    "K. Zuiderveld, \"Contrast Limited Adaptive Histogram Equalization\", Graphics Gems"
        + " IV (1994), 474-485, doi:10.1016/B978-0-12-336156-1.50061-6.")
public record Clahe(
    @Describe(value = "Clip limit, relative to a uniform histogram; 0 for no limit.", min = 0)
        double clipLimit,
    @Describe(value = "Number of tiles across.", min = 1, max = 256) int tilesX,
    @Describe(value = "Number of tiles down.", min = 1, max = 256) int tilesY,
    @Describe(
            value =
                "The level of white, up to which there are 256 bins; 0 for a bin for each level of"
                    + " the type, as in OpenCV.",
            unit = "grey levels from 0",
            min = 0)
        double white)
    implements Filter {
  private static final int MOST_TILES = 256;
  private static final int TILES = 8;

  public Clahe {
    require(
        clipLimit >= 0 && Double.isFinite(clipLimit),
        "clipLimit",
        "must be a finite number of at least 0",
        clipLimit,
        "give 2 for little contrast, 40 for much");
    checkTiles("tilesX", tilesX);
    checkTiles("tilesY", tilesY);
    require(
        white >= 0 && Double.isFinite(white),
        "white",
        "must be a finite number of at least 0",
        white,
        "give 255 for 8 bits, or 0 for a bin for each level");
  }

  private static void checkTiles(String name, int tiles) {
    require(
        tiles >= 1 && tiles <= MOST_TILES,
        name,
        "must be 1 to " + MOST_TILES,
        tiles,
        "give 8, say");
  }

  /// 8 x 8 tiles, OpenCV's default, and a bin for each level.
  public static Clahe of(double clipLimit) {
    return new Clahe(clipLimit, TILES, TILES, 0);
  }

  /// This filter with other tiles.
  public Clahe withTiles(int newTilesX, int newTilesY) {
    return new Clahe(clipLimit, newTilesX, newTilesY, white);
  }

  /// This filter with 256 bins from 0 to `newWhite`, or, for 0, with a bin for each level.
  public Clahe withWhite(double newWhite) {
    return new Clahe(clipLimit, tilesX, tilesY, newWhite);
  }

  @Override
  public Optional<GreyScale> scale(Optional<GreyScale> input, DType type) {
    return input;
  }

  @Override
  public Polarity polarity() {
    return Polarity.FOLLOWS;
  }

  @Override
  public DType resultType(DType input) {
    if (input != DType.UINT8 && input != DType.UINT16) {
      throw InvalidInputException.of(
          "the type for CLAHE",
          "must be uint8 or uint16",
          input.label(),
          "make a picture of it first, by window or normalize");
    }
    return input;
  }

  @Override
  public NdArray apply(NdArray input, Execution execution) {
    PictureAxes.check(input, "equalise");
    resultType(input.type());
    return TileEqualization.run(input, clipLimit, tilesX, tilesY, white, execution);
  }
}
