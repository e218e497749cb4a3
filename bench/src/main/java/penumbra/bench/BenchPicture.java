package penumbra.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.io.ImageFiles;
import penumbra.io.npy.Npy;
import penumbra.phantom.ChestPhantom;

/// The picture that all contenders work on: 8 bits, one megapixel, or tiled to another size.
///
/// @param grey UINT8, shape (1024, 1024)
/// @param source what it shows, for the page
record BenchPicture(NdArray grey, String source) {
  private static final String RADIOGRAPH = "../shared/data/nih/00000011_001.png";
  private static final long SEED = 7;

  /// The radiograph where there is one beside the project, else the phantom.
  static BenchPicture find(Path root) throws IOException {
    Path file = root.resolve(RADIOGRAPH);
    if (!Files.exists(file)) {
      NdArray phantom =
          new ChestPhantom(SEED, Cell.SIDE, Cell.SIDE, true).render(Execution.allCores()).display();
      return new BenchPicture(
          phantom, "the chest phantom that Penumbra generates (seed " + SEED + ")");
    }
    NdArray grey = ImageFiles.readArray(file);
    InvalidInputException.require(
        grey.type() == DType.UINT8 && isSquare(grey),
        file.toString(),
        "must be 8-bit grey, 1024 x 1024",
        grey,
        "remove it to measure on the phantom");
    return new BenchPicture(
        grey, "chest radiograph " + file.getFileName() + " of NIH ChestX-ray14");
  }

  private static boolean isSquare(NdArray grey) {
    return grey.rank() == 2 && grey.length(0) == Cell.SIDE && grey.length(1) == Cell.SIDE;
  }

  /// What [#grey] was written as with [Npy], as a picture of that side and type.
  static NdArray read(Path file, DType type, int side) throws IOException {
    byte[] tile = Npy.read(file).toBytes();
    byte[] grey = new byte[side * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        grey[y * side + x] = tile[mirrored(y) * Cell.SIDE + mirrored(x)];
      }
    }
    if (type == DType.UINT8) {
      return NdArray.ofUint8(grey, side, side);
    }
    float[] values = new float[grey.length];
    for (int i = 0; i < grey.length; i++) {
      values[i] = Byte.toUnsignedInt(grey[i]);
    }
    return NdArray.ofFloat32(values, side, side);
  }

  /// Each other tile is turned over, so that no seam makes an edge.
  private static int mirrored(int at) {
    int within = at % Cell.SIDE;
    return at / Cell.SIDE % 2 == 0 ? within : Cell.SIDE - 1 - within;
  }
}
