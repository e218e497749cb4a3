package penumbra.pipeline;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The forms in which results are written.
public enum FileFormat {
  /// Pictures without loss, 8 or 16 bits.
  PNG("png", Depth.SIXTEEN_BITS),
  /// Pictures for looking at, 8 bits, lossy.
  JPG("jpg jpeg", Depth.EIGHT_BITS),
  /// Arrays of any type and shape, exactly.
  NPY("npy", Depth.ALL_VALUES),
  /// Pictures and volumes of any type, exactly.
  TIF("tif tiff", Depth.ALL_VALUES),
  /// Volumes of any type with their spacing, exactly.
  NII("nii", Depth.ALL_VALUES),
  /// The same, compressed.
  NII_GZ("nii.gz", Depth.ALL_VALUES),
  /// Pictures without loss, 8 or 16 bits, that the simplest programs read.
  PGM("pgm ppm", Depth.SIXTEEN_BITS),
  /// Derived DICOM images, values of any type in 8 or 16 bits with the line back to them.
  DCM("dcm", Depth.SCALED_VALUES);

  private enum Depth {
    EIGHT_BITS,
    SIXTEEN_BITS,
    SCALED_VALUES,
    ALL_VALUES
  }

  private final String extensions;
  private final Depth depth;

  FileFormat(String extensions, Depth depth) {
    this.extensions = extensions;
    this.depth = depth;
  }

  /// The extension without its dot.
  public String extension() {
    return extensions().getFirst();
  }

  private List<String> extensions() {
    return List.of(extensions.split(" ", -1));
  }

  /// Whether values are written as they are, of every type, and not as a picture of them.
  public boolean keepsValues() {
    return depth == Depth.ALL_VALUES;
  }

  /// Whether what is written is a picture of values, and not the values.
  public boolean isPicture() {
    return depth == Depth.EIGHT_BITS || depth == Depth.SIXTEEN_BITS;
  }

  /// Whether a picture has 16 bits where its values do.
  public boolean isDeep() {
    return depth != Depth.EIGHT_BITS;
  }

  /// The format that the name's extension, in any case, stands for.
  public static Optional<FileFormat> of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> format.extensions().stream().anyMatch(end -> name.endsWith("." + end)))
        .findFirst();
  }

  /// The endings of names, for messages: `.png, .jpg, .jpeg or .npy`.
  static String endings() {
    List<String> all = Stream.of(values()).flatMap(format -> format.extensions().stream()).toList();
    return "." + String.join(", .", all.subList(0, all.size() - 1)) + " or ." + all.getLast();
  }

  /// The extension, as users name the format.
  @Override
  public String toString() {
    return extension();
  }
}
