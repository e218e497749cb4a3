package penumbra.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import penumbra.core.InvalidInputException;
import penumbra.core.plugin.Plugins;
import penumbra.io.bmp.BmpFormat;
import penumbra.io.format.ImageFormat;
import penumbra.io.format.OneLine;
import penumbra.io.format.OutputVariant;
import penumbra.io.gif.GifFormat;
import penumbra.io.jpeg.JpegFormat;
import penumbra.io.nifti.NiftiFormat;
import penumbra.io.npy.NpyFormat;
import penumbra.io.npy.NpzFormat;
import penumbra.io.png.PngFormat;
import penumbra.io.pnm.PnmFormat;
import penumbra.io.tiff.TiffFormat;

/// All formats that are read and written: those of this module, then those of other modules, see
/// [ImageFormat]. A format of this module is a class and its line in the list here.
///
/// ```
/// OutputVariant form = ImageFormats.form("nii.gz").orElseThrow();
/// ImageFormats.of(form).write(scan, form, WriteOptions.standard(), out);
/// ```
public final class ImageFormats {
  private static final List<ImageFormat> OWN =
      List.of(
          new PngFormat(),
          new JpegFormat(),
          new NpyFormat(),
          new NpzFormat(),
          new TiffFormat(),
          new NiftiFormat(),
          new PnmFormat(),
          new BmpFormat(),
          new GifFormat());

  private static volatile @Nullable FormatList list;

  private ImageFormats() {}

  /// Loaded on first use. After a failure, each further use throws it again.
  public static FormatList list() {
    FormatList known = list;
    if (known == null) {
      known = load();
      list = known;
    }
    return known;
  }

  private static FormatList load() {
    List<ImageFormat> formats = new ArrayList<>(OWN);
    try {
      ServiceLoader.load(ImageFormat.class, Plugins.loader()).forEach(formats::add);
    } catch (ServiceConfigurationError | LinkageError broken) {
      throw InvalidInputException.of(
          "a format of another jar",
          "must be one that can be loaded",
          "not: " + OneLine.of(why(broken)),
          "update or remove that jar");
    }
    return new FormatList(formats);
  }

  /// An error of a class that cannot be linked has the bare name of what is missing as its message.
  private static String why(Error broken) {
    return broken instanceof LinkageError ? broken.toString() : String.valueOf(broken.getMessage());
  }

  /// All formats, in the order in which they are asked whether they recognise a file.
  public static List<ImageFormat> all() {
    return list().all();
  }

  /// All forms in which images are written.
  public static List<OutputVariant> forms() {
    return list().forms();
  }

  /// The form for the extension of a file's name.
  public static Optional<OutputVariant> form(Path file) {
    return list().form(file.toString());
  }

  /// The form with that name or extension: `png`, `nii.gz`, `tiff`.
  public static Optional<OutputVariant> form(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return forms().stream().filter(form -> form.extensions().contains(lower)).findFirst();
  }

  /// The format that is written in that form.
  public static ImageFormat of(OutputVariant form) {
    return list().of(form);
  }

  /// The extensions of names that can be written, for messages: `.png, .jpg or .jpeg`.
  public static String writtenEndings() {
    return list().writtenEndings();
  }
}
