package penumbra.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;

/// Reads and writes radiographs.
///
/// ```
/// Radiograph scan = ImageFiles.read(Path.of("IM-0115-0001.jpeg"));
/// ImageFiles.write(Gaussian.of(2).apply(scan.pixels()), Path.of("smooth.npy"));
/// ```
///
/// **Reading** goes by content, not by name: JPEG, PNG, TIFF, NIfTI-1, PNM, NPY, NPZ, and what
/// other modules bring; also within archives ([Archives]). JPEG gives `UINT8`. PNG gives `UINT8`,
/// or `UINT16` where it is 16 bits deep; 1, 2 and 4 bits of grey are stretched to 0..255. TIFF,
/// NIfTI and the arrays keep their types. Colour becomes grey by BT.601 luma in whole numbers,
/// (19595 R + 38470 G + 7471 B + 32768) / 65536 rounded down, which is the value itself where R = G
/// = B; those who want to look at it may keep it ([ReadOptions#withColours]), except in a TIFF that
/// is packed as JPEG. Alpha is dropped. Gamma, colour profiles and a camera's orientation are not
/// applied. Each step is told in [Radiograph#decodingSteps]. A damaged or incomplete file is an
/// error, never a partly grey picture.
///
/// **Writing** goes by the name's extension and never loses anything unasked: PNG and PGM take
/// `UINT8` and `UINT16`, JPEG (lossy by its nature) `UINT8`, NPY, TIFF and NIfTI everything. The
/// type decides, not the values, so that a batch does not fail on some of its pictures only.
public final class ImageFiles {
  private ImageFiles() {}

  /// Reads a picture or an array of two axes as a radiograph, within [Limits#standard].
  public static Radiograph read(Path file) throws IOException {
    return read(file, Limits.standard());
  }

  /// Reads a picture or an array of two axes as a radiograph.
  public static Radiograph read(Path file, Limits limits) throws IOException {
    return read(file, ReadOptions.standard().withLimits(limits));
  }

  /// Reads a picture or an array of two axes as a radiograph.
  public static Radiograph read(Path file, ReadOptions options) throws IOException {
    Radiograph radiograph = readAny(file, options);
    NdArray pixels = radiograph.pixels();
    boolean colours = options.colours() && isColour(pixels);
    if ((pixels.rank() != 2 && !colours) || pixels.size() == 0) {
      throw UnreadableFileException.of(
          file,
          "must hold a picture of two axes, (height, width)",
          "holds " + pixels,
          pixels.rank() > 2
              ? "choose one of its frames (--frame 1)"
              : "save it as a picture of two axes");
    }
    return radiograph;
  }

  /// Whether these are colours: `UINT8` of shape (height, width, 3).
  private static boolean isColour(NdArray pixels) {
    return pixels.rank() == 3 && pixels.length(2) == 3 && pixels.type() == DType.UINT8;
  }

  /// Reads the grey values of a picture, or an array of any shape and type from NPY.
  public static NdArray readArray(Path file) throws IOException {
    return readAny(file, ReadOptions.standard()).pixels();
  }

  /// Reads a picture, a volume, or an array of any shape and type; also from within an archive, as
  /// [Archives] tells.
  public static Radiograph readAny(Path named, ReadOptions options) throws IOException {
    Path file = Archives.resolve(named);
    Inputs.check(file);
    byte[] head = Inputs.head(file);
    Optional<ImageFormat> found = ImageFormats.of(head);
    if (found.isEmpty() && Archives.isArchive(file)) {
      throw UnreadableFileException.of(
          file,
          "must be a picture or an array",
          Heads.describe(head),
          "name a file inside it, as in " + file.getFileName() + "!/NAME");
    }
    if (found.isEmpty()) {
      throw UnreadableFileException.of(
          file,
          "must be a " + ImageFormats.labels() + " file",
          Heads.describe(head),
          "convert it to one of these");
    }
    ImageFormat format = found.get();
    Radiograph image = format.read(file, options);
    Optional<ImageFormat> promised = ImageFormats.named(file.toString());
    if (promised.isEmpty() || promised.get().label().equals(format.label())) {
      return image;
    }
    List<String> steps = new ArrayList<>();
    steps.add(
        "Read as %s, which the content is, though the name says %s (mislabelled)."
            .formatted(format.label(), promised.get().label()));
    steps.addAll(image.decodingSteps());
    return new Radiograph(
        image.pixels(),
        image.source(),
        steps,
        image.spacing(),
        image.presentation(),
        image.placement());
  }

  /// What the content of a file is called, `PNG` for instance; empty where no format is recognised.
  public static Optional<String> formatOf(Path named) throws IOException {
    Path file = Archives.resolve(named);
    Inputs.check(file);
    return ImageFormats.of(Inputs.head(file)).map(ImageFormat::label);
  }

  /// What the ending of a name promises, `PNG` for instance; empty where it promises none.
  public static Optional<String> formatNamed(Path file) {
    return ImageFormats.named(file.toString()).map(ImageFormat::label);
  }

  /// The name of a file without the ending of a format that is read: `scan` of `scan.nii.gz`.
  public static String stem(String name) {
    return ImageFormats.stem(name);
  }

  /// The names that a data set lists as images, for messages: `*.png, *.jpg, *.jpeg or *.tif`.
  public static String patterns() {
    return ImageFormats.patterns();
  }

  /// Writes `array` whole or not at all, in the format of the name's extension: `.png`, `.jpg`,
  /// `.jpeg` (at [Jpeg#DEFAULT_QUALITY]), `.npy`, `.tif`, `.tiff`, `.nii`, `.nii.gz`, `.pgm` or
  /// `.ppm`.
  public static void write(NdArray array, Path file) throws IOException {
    write(array, file, Jpeg.DEFAULT_QUALITY);
  }

  /// The same with another quality for JPEG, from 1 to 100.
  public static void write(NdArray array, Path file, int jpegQuality) throws IOException {
    write(new Radiograph(array, "", List.of()), file, jpegQuality);
  }

  /// Writes the pixels of `image`, with their spacing and their place in the patient where the
  /// format keeps them, which is NIfTI.
  public static void write(Radiograph image, Path file) throws IOException {
    write(image, file, Jpeg.DEFAULT_QUALITY);
  }

  private static void write(Radiograph image, Path file, int jpegQuality) throws IOException {
    NdArray array = image.pixels();
    Optional<WrittenFormat> format = WrittenFormat.named(file.toString());
    if (format.isEmpty()) {
      throw UnwritableFileException.of(
          file,
          "must end in .png, .jpg, .jpeg, .npy, .tif, .tiff, .nii, .nii.gz, .pgm or .ppm",
          "ends otherwise",
          "add one of these to the name");
    }
    switch (format.get()) {
      case PNG -> AtomicFiles.write(file, Png.encode(array));
      case JPEG -> AtomicFiles.write(file, Jpeg.encode(array, jpegQuality));
      case NPY -> Npy.write(array, file);
      case TIFF -> AtomicFiles.write(file, out -> Tiff.write(array, out));
      case NIFTI -> AtomicFiles.write(file, out -> Nifti.write(image, false, out));
      case PACKED_NIFTI -> AtomicFiles.write(file, out -> Nifti.write(image, true, out));
      case PNM -> AtomicFiles.write(file, out -> Pnm.write(array, out));
    }
  }
}
