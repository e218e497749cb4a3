package penumbra.report.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.filter.Gaussian;
import penumbra.io.ImageFiles;
import penumbra.io.format.AtomicFiles;
import penumbra.io.format.WriteOptions;
import penumbra.io.jpeg.Jpeg;
import penumbra.phantom.ChestPhantom;

/// Data sets of phantoms, and what can be done to pictures.
final class Phantoms {
  private Phantoms() {}

  /// A phantom of a patient that no set of [#write] has, if `seed` is above 10000.
  static NdArray picture(long seed, boolean pneumonia) {
    int width = 160 + (int) (seed * 37 % 60);
    int height = (int) (width * (0.72 + 0.01 * (seed * 11 % 20))) / 2 * 2;
    return new ChestPhantom(seed, height, width, pneumonia)
        .render(Execution.ofThreads(1))
        .display();
  }

  /// Writes `count` phantoms, a patient each, two thirds into train and one into test, half of each
  /// with pneumonia, as JPEG of quality 90.
  static Path write(Path folder, int count) {
    Execution.allCores()
        .strips(
            count,
            1,
            (from, to) -> {
              for (int i = from; i < to; i++) {
                jpeg(folder.resolve(name(i)), picture(i + 1, i % 2 == 1));
              }
            });
    return folder;
  }

  static String name(int i) {
    String split = i / 2 % 3 < 2 ? "train" : "test";
    return i % 2 == 1
        ? split + "/PNEUMONIA/person" + i + "_bacteria_" + (3 * i) + ".jpeg"
        : String.format(Locale.ROOT, "%s/NORMAL/IM-%04d-0001.jpeg", split, i);
  }

  static void jpeg(Path file, NdArray picture) {
    jpeg(file, picture, WriteOptions.DEFAULT_QUALITY);
  }

  static void jpeg(Path file, NdArray picture, int quality) {
    try {
      Files.createDirectories(file.getParent());
      AtomicFiles.write(file, Jpeg.encode(picture, quality));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static NdArray read(Path file) throws IOException {
    return ImageFiles.read(file).pixels();
  }

  /// What becomes of one level, 0 to 255.
  interface Tone {
    double of(double level);
  }

  static NdArray toned(NdArray picture, Tone tone) {
    byte[] pixels = picture.toBytes();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.clamp(Math.rint(tone.of(pixels[i] & 0xFF)), 0, 255);
    }
    return NdArray.ofUint8(pixels, picture.shape());
  }

  /// Without some lines at each side.
  static NdArray cropped(NdArray picture, int top, int right, int bottom, int left) {
    int width = picture.length(1) - left - right;
    int height = picture.length(0) - top - bottom;
    byte[] pixels = picture.toBytes();
    byte[] part = new byte[height * width];
    for (int y = 0; y < height; y++) {
      System.arraycopy(pixels, (y + top) * picture.length(1) + left, part, y * width, width);
    }
    return NdArray.ofUint8(part, height, width);
  }

  static NdArray blurred(NdArray picture, double sigma) {
    double[] smooth = Gaussian.of(sigma).apply(picture).toDoubles();
    byte[] pixels = new byte[smooth.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.rint(smooth[i]);
    }
    return NdArray.ofUint8(pixels, picture.shape());
  }

  /// With black columns at the left.
  static NdArray barred(NdArray picture, int columns) {
    byte[] pixels = picture.toBytes();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i % picture.length(1) < columns ? 0 : (byte) Math.max(40, pixels[i] & 0xFF);
    }
    return NdArray.ofUint8(pixels, picture.shape());
  }

  static NdArray flat(int level) {
    byte[] pixels = new byte[160 * 180];
    java.util.Arrays.fill(pixels, (byte) level);
    return NdArray.ofUint8(pixels, 160, 180);
  }

  /// Rows and columns exchanged or not, then either order reversed or not.
  static NdArray turned(
      NdArray picture, boolean exchanged, boolean rowsReversed, boolean columnsReversed) {
    int height = picture.length(exchanged ? 1 : 0);
    int width = picture.length(exchanged ? 0 : 1);
    byte[] pixels = picture.toBytes();
    byte[] turned = new byte[pixels.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int row = rowsReversed ? height - 1 - y : y;
        int column = columnsReversed ? width - 1 - x : x;
        turned[y * width + x] =
            exchanged ? pixels[column * height + row] : pixels[row * width + column];
      }
    }
    return NdArray.ofUint8(turned, height, width);
  }
}
