package penumbra.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import penumbra.core.DType;
import penumbra.core.Failure;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.io.archive.Archives;
import penumbra.io.format.AtomicFiles;
import penumbra.io.format.FileSignatures;
import penumbra.io.format.ImageFormat;
import penumbra.io.format.ImageSource;
import penumbra.io.format.Inputs;
import penumbra.io.format.Limits;
import penumbra.io.format.OutputVariant;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.UnreadableFileException;
import penumbra.io.format.UnwritableFileException;
import penumbra.io.format.WriteOptions;

/// Reads and writes radiographs.
///
/// ```
/// Radiograph scan = ImageFiles.read(Path.of("IM-0115-0001.jpeg"));
/// ImageFiles.write(Gaussian.of(2).apply(scan.pixels()), Path.of("smooth.npy"));
/// Radiograph upload = ImageFiles.read(request.getInputStream());
/// ImageFiles.write(upload, response.getOutputStream(), "png");
/// ```
///
/// Reading gives the same pixels for files, streams and bytes. Writing gives the same bytes for
/// files and streams.
///
/// **Reading** goes by content, not by name: JPEG, PNG, TIFF, NIfTI-1, PNM, NPY, NPZ, and formats
/// of other modules; also within archives ([Archives]). JPEG gives `UINT8`. PNG gives `UINT8`, or
/// `UINT16` if it has 16 bits; 1, 2 and 4 bits of grey are stretched to 0..255. TIFF, NIfTI and the
/// arrays keep their types. Colour becomes grey by BT.601 luma in integers, (19595 R + 38470 G +
/// 7471 B + 32768) / 65536 rounded down, which is the value itself if R = G = B.
/// [ReadOptions#withColours] keeps the colour, except in a TIFF with JPEG compression. Alpha is
/// ignored. Gamma, colour profiles and a camera's orientation are not applied.
/// [Radiograph#decodingSteps] lists each step. A damaged or incomplete file is an error, never a
/// partly grey picture.
///
/// **Writing** goes by the name's extension and never loses anything unasked: PNG and PGM take
/// `UINT8` and `UINT16`, JPEG (lossy by its nature) and GIF `UINT8`, NPY, TIFF and NIfTI
/// everything. Formats that are made of what they come from, as DICOM is, ask for an
/// [penumbra.io.format.Origin]. The type decides, not the values, so that a batch does not fail on
/// some of its pictures only.
public final class ImageFiles {
  private static final String STREAM = "the stream";
  private static final String BYTES = "the bytes";

  private ImageFiles() {}

  /// Reads a 2-D picture or array as a radiograph, within [Limits#standard].
  public static Radiograph read(Path file) throws IOException {
    return read(file, Limits.standard());
  }

  /// Reads a 2-D picture or array as a radiograph.
  public static Radiograph read(Path file, Limits limits) throws IOException {
    return read(file, ReadOptions.standard().withLimits(limits));
  }

  /// Reads a 2-D picture or array as a radiograph.
  public static Radiograph read(Path file, ReadOptions options) throws IOException {
    return picture(file, readAny(file, options), options);
  }

  /// Reads a 2-D picture from the rest of a stream, which stays open.
  public static Radiograph read(InputStream in) throws IOException {
    return read(in, STREAM, ReadOptions.standard());
  }

  /// Reads a 2-D picture from the rest of a stream, which stays open. A stream in no known format
  /// is refused after [ImageFormat#HEAD] bytes.
  ///
  /// @param name its name for messages; the extension suggests a format, like that of a file
  public static Radiograph read(InputStream in, String name, ReadOptions options)
      throws IOException {
    byte[] head = in.readNBytes(ImageFormat.HEAD);
    format(ImageSource.of(head, name));
    return read(ImageSource.of(head, in, name, options.limits()), options);
  }

  /// Reads a 2-D picture from the bytes of a file.
  public static Radiograph read(byte[] bytes) throws IOException {
    return read(bytes, BYTES, ReadOptions.standard());
  }

  /// Reads a 2-D picture from the bytes of a file.
  ///
  /// @param name their name for messages; the extension suggests a format, like that of a file
  public static Radiograph read(byte[] bytes, String name, ReadOptions options) throws IOException {
    return read(ImageSource.of(bytes, name), options);
  }

  /// Reads a 2-D picture.
  public static Radiograph read(ImageSource source, ReadOptions options) throws IOException {
    return picture(source.path(), readAny(source, options), options);
  }

  private static Radiograph picture(Path file, Radiograph radiograph, ReadOptions options)
      throws UnreadableFileException {
    NdArray pixels = radiograph.pixels();
    boolean colours = options.colours() && isColour(pixels);
    if ((pixels.rank() != 2 && !colours) || pixels.size() == 0) {
      String rule = "must hold a picture of two axes, (height, width)";
      String found = "holds " + pixels;
      throw pixels.rank() > 2
          ? UnreadableFileException.of(
              Failure.Kind.SEVERAL_FRAMES, file, rule, found, "choose one of its frames")
          : UnreadableFileException.of(file, rule, found, "save it as a picture of two axes");
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

  /// Reads a picture, a volume, or an array of any shape and type; also from within an archive, see
  /// [Archives].
  public static Radiograph readAny(Path named, ReadOptions options) throws IOException {
    return readAny(ImageSource.of(named), options);
  }

  /// Reads a picture, a volume, or an array of any shape and type, from a file, bytes or a stream.
  public static Radiograph readAny(ImageSource named, ReadOptions options) throws IOException {
    Optional<Path> file = named.file();
    ImageSource source = file.isPresent() ? ImageSource.of(Archives.resolve(file.get())) : named;
    ImageFormat format = format(source);
    Radiograph image = StableReading.read(format, source, options);
    Optional<ImageFormat> promised = ImageFormats.list().named(source.toString());
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
        image.placement(),
        image.scale());
  }

  /// The format of the content.
  private static ImageFormat format(ImageSource source) throws IOException {
    source.check();
    byte[] head = source.head();
    Optional<ImageFormat> found = ImageFormats.list().of(head);
    if (found.isPresent()) {
      return found.get();
    }
    Path file = source.path();
    if (Archives.isArchive(head) && !Archives.isMember(file)) {
      throw UnreadableFileException.of(
          file,
          "must be a picture or an array",
          FileSignatures.describe(head),
          source.file().isPresent()
              ? "name a file inside it, as in " + file.getFileName() + "!/NAME"
              : "save it to a file, and name a file inside it");
    }
    throw UnreadableFileException.of(
        file,
        "must be a " + ImageFormats.list().labels() + " file",
        FileSignatures.describe(head),
        "convert it to one of these");
  }

  /// The label of the content's format, for example `PNG`; empty if no format is recognised.
  public static Optional<String> formatOf(Path named) throws IOException {
    Path file = Archives.resolve(named);
    Inputs.check(file);
    return ImageFormats.list().of(Inputs.head(file)).map(ImageFormat::label);
  }

  /// The label of the format for a name's extension, for example `PNG`; empty if there is none.
  public static Optional<String> formatNamed(Path file) {
    return ImageFormats.list().named(file.toString()).map(ImageFormat::label);
  }

  /// The name of a file without the extension of a readable format: `scan` for `scan.nii.gz`.
  public static String stem(String name) {
    return ImageFormats.list().stem(name);
  }

  /// The names that a data set lists as images, for messages: `*.png, *.jpg, *.jpeg or *.tif`.
  public static String patterns() {
    return ImageFormats.list().patterns();
  }

  /// Writes `array` completely or not at all, in the format of the name's extension: `.png`,
  /// `.jpg`, `.jpeg` (at [WriteOptions#DEFAULT_QUALITY]), `.npy`, `.tif`, `.tiff`, `.nii`,
  /// `.nii.gz`, `.pgm`, `.ppm`, `.gif`, or one that another module brings.
  public static void write(NdArray array, Path file) throws IOException {
    write(new Radiograph(array, "", List.of()), file);
  }

  /// The same with another quality for JPEG, from 1 to 100.
  public static void write(NdArray array, Path file, int jpegQuality) throws IOException {
    WriteOptions options = WriteOptions.standard().withQuality(jpegQuality);
    write(new Radiograph(array, "", List.of()), file, options);
  }

  /// Writes the pixels of `image`, with their spacing and their position in the patient if the
  /// format stores them (NIfTI).
  public static void write(Radiograph image, Path file) throws IOException {
    write(image, file, WriteOptions.standard());
  }

  /// The same with options.
  ///
  /// @return what was lost, in a sentence, if something was
  public static Optional<String> write(Radiograph image, Path file, WriteOptions options)
      throws IOException {
    OutputVariant form =
        ImageFormats.form(file)
            .orElseThrow(() ->
                UnwritableFileException.of(
                    file,
                    "must end in " + ImageFormats.writtenEndings(),
                    "ends otherwise",
                    "add one of these to the name"));
    requireOrigin(form, options, file.toString());
    AtomicReference<Optional<String>> lost = new AtomicReference<>(Optional.empty());
    AtomicFiles.write(
        file, out -> lost.set(ImageFormats.of(form).write(image, form, options, out)));
    return lost.get();
  }

  /// Writes the pixels of `image` into a stream, which stays open, with the bytes that a file has.
  ///
  /// @param format the name of a form, `png` or `nii.gz` for instance
  public static void write(Radiograph image, OutputStream out, String format) throws IOException {
    write(image, out, format, WriteOptions.standard());
  }

  /// The same with options.
  ///
  /// @return what was lost, in a sentence, if something was
  public static Optional<String> write(
      Radiograph image, OutputStream out, String format, WriteOptions options) throws IOException {
    OutputVariant form =
        ImageFormats.form(format)
            .orElseThrow(() ->
                InvalidInputException.of(
                    "the format",
                    "must be one that is written, "
                        + ImageFormats.writtenEndings().substring(1).replace(" .", " "),
                    "'" + format + "'",
                    "name one of these"));
    requireOrigin(form, options, "a ." + form.name() + " file");
    Optional<String> lost = ImageFormats.of(form).write(image, form, options, out);
    out.flush();
    return lost;
  }

  /// Throws, before anything is written, if the format needs more than is known.
  private static void requireOrigin(OutputVariant form, WriteOptions options, String what) {
    InvalidInputException.require(
        !form.needsOrigin() || options.origin().isPresent(),
        what,
        "must know what its values were made from, and how",
        "not told",
        "give their origin with WriteOptions.withOrigin, or write .npy or .tif");
  }
}
