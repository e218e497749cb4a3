package penumbra.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;

/// Reads and writes radiographs as JPEG, PNG and NPY.
///
/// ```
/// Radiograph scan = ImageFiles.read(Path.of("IM-0115-0001.jpeg"));
/// ImageFiles.write(Gaussian.of(2).apply(scan.pixels()), Path.of("smooth.npy"));
/// ```
///
/// **Reading** goes by content, not by name. JPEG gives `UINT8`. PNG gives `UINT8`, or `UINT16`
/// where it is 16 bits deep; 1, 2 and 4 bits of grey are stretched to 0..255. Colour becomes grey
/// by BT.601 luma in whole numbers, (19595 R + 38470 G + 7471 B + 32768) / 65536 rounded down,
/// which is the value itself where R = G = B. Alpha is dropped. Gamma, colour profiles and a
/// camera's orientation are not applied. Each step is told in [Radiograph#decodingSteps]. A damaged
/// or incomplete file is an error, never a partly grey picture.
///
/// **Writing** goes by the name's extension and never loses anything unasked: PNG takes `UINT8` and
/// `UINT16`, JPEG (lossy by its nature) `UINT8`, NPY everything. The type decides, not the values,
/// so that a batch does not fail on some of its pictures only.
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
    if (pixels.rank() != 2 || pixels.size() == 0) {
      throw UnreadableFileException.of(
          file,
          "must hold a picture of two axes, (height, width)",
          "holds " + pixels,
          "save one picture of it on its own");
    }
    return radiograph;
  }

  /// Reads the grey values of a picture, or an array of any shape and type from NPY.
  public static NdArray readArray(Path file) throws IOException {
    return readAny(file, ReadOptions.standard()).pixels();
  }

  /// Reads a picture, a volume, or an array of any shape and type.
  public static Radiograph readAny(Path file, ReadOptions options) throws IOException {
    Inputs.check(file);
    byte[] head = head(file);
    if (FileKind.of(head) == FileKind.OTHER) {
      Optional<ImageFormat> format = ImageFormats.of(head);
      if (format.isPresent()) {
        return format.get().read(file, options);
      }
    }
    List<String> steps = new ArrayList<>();
    NdArray pixels = pixels(file, head, options.limits(), steps);
    return new Radiograph(pixels, file.toString(), steps);
  }

  private static NdArray pixels(Path file, byte[] head, Limits limits, List<String> steps)
      throws IOException {
    FileKind kind = FileKind.of(head);
    FileKind promised = FileKind.named(file.toString());
    if (promised != FileKind.OTHER && kind != FileKind.OTHER && promised != kind) {
      steps.add(
          "Read as %s, which the content is, though the name says %s (mislabelled)."
              .formatted(kind.label(), promised.label()));
    }
    return switch (kind) {
      case PNG -> PngReader.read(file, Inputs.bytes(file), limits, steps);
      case JPEG -> JpegReader.read(file, Inputs.bytes(file), limits, steps);
      case NPY -> {
        NdArray array = Npy.read(file);
        steps.add("Read NPY, " + array + ".");
        yield array;
      }
      case OTHER ->
          throw UnreadableFileException.of(
              file,
              "must be a JPEG, PNG or NPY file",
              FileKind.describe(head),
              "convert it to one of these");
    };
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(ImageFormat.HEAD);
    }
  }

  /// Writes `array` whole or not at all, in the format of the name's extension: `.png`, `.jpg`,
  /// `.jpeg` (at [Jpeg#DEFAULT_QUALITY]) or `.npy`.
  public static void write(NdArray array, Path file) throws IOException {
    write(array, file, Jpeg.DEFAULT_QUALITY);
  }

  /// The same with another quality for JPEG, from 1 to 100.
  public static void write(NdArray array, Path file, int jpegQuality) throws IOException {
    switch (FileKind.named(file.toString())) {
      case PNG -> AtomicFiles.write(file, Png.encode(array));
      case JPEG -> AtomicFiles.write(file, Jpeg.encode(array, jpegQuality));
      case NPY -> Npy.write(array, file);
      case OTHER ->
          throw UnwritableFileException.of(
              file,
              "must end in .png, .jpg, .jpeg or .npy",
              "ends otherwise",
              "add one of these to the name");
    }
  }
}
