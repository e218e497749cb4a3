package penumbra.imaging;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import penumbra.io.ImageFormats;
import penumbra.io.format.OutputVariant;
import penumbra.io.format.OutputVariant.Depth;

/// The formats in which results are written: those of [ImageFormats], to which other modules may
/// add.
///
/// ```
/// FileFormat format = FileFormat.of(Path.of("scan.nii.gz")).orElseThrow();
/// ```
///
/// There is one object for each format.
public final class FileFormat {
  private static final Map<String, FileFormat> KNOWN = new ConcurrentHashMap<>();

  /// Lossless pictures, 8 or 16 bits.
  public static final FileFormat PNG = of("png");

  /// Pictures for viewing, 8 bits, lossy.
  public static final FileFormat JPG = of("jpg");

  /// Arrays of any type and shape, exactly.
  public static final FileFormat NPY = of("npy");

  /// Pictures and volumes of any type, exactly.
  public static final FileFormat TIF = of("tif");

  /// Volumes of any type with their spacing, exactly and compressed.
  public static final FileFormat NII_GZ = of("nii.gz");

  /// Derived DICOM images, values of any type in 8 or 16 bits with a rescale.
  public static final FileFormat DCM = of("dcm");

  private final String extension;

  private FileFormat(String extension) {
    this.extension = extension;
  }

  private static FileFormat of(String extension) {
    return KNOWN.computeIfAbsent(extension, FileFormat::new);
  }

  private static FileFormat of(OutputVariant form) {
    return of(form.name());
  }

  private OutputVariant form() {
    return ImageFormats.form(extension).orElseThrow();
  }

  /// All of them.
  public static List<FileFormat> all() {
    return ImageFormats.forms().stream().map(FileFormat::of).toList();
  }

  /// The format with that name: `png`, `nii.gz`; its other extensions also work.
  public static Optional<FileFormat> named(String name) {
    return ImageFormats.form(name).map(FileFormat::of);
  }

  /// The format for the name's extension, in upper or lower case.
  public static Optional<FileFormat> of(Path file) {
    return ImageFormats.form(file).map(FileFormat::of);
  }

  /// The extension without its dot.
  public String extension() {
    return extension;
  }

  /// Whether values of every type are written unchanged, not as a picture.
  public boolean keepsValues() {
    return form().depth() == Depth.ALL_VALUES;
  }

  /// Whether a picture of the values is written, not the values.
  public boolean isPicture() {
    return form().depth() == Depth.EIGHT_BITS || form().depth() == Depth.SIXTEEN_BITS;
  }

  /// Whether a picture has 16 bits if its values do.
  public boolean isDeep() {
    return form().depth() != Depth.EIGHT_BITS;
  }

  /// Whether it records what a result was made from, and how.
  public boolean needsOrigin() {
    return form().needsOrigin();
  }

  /// The extensions, for messages: `.png, .jpg, .jpeg or .npy`.
  public static String endings() {
    return ImageFormats.writtenEndings();
  }

  /// The extension, as users name the format.
  @Override
  public String toString() {
    return extension();
  }
}
