package penumbra.io;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The formats that are written, by the endings of names.
enum WrittenFormat {
  PNG("png"),
  JPEG("jpg jpeg"),
  NPY("npy"),
  TIFF("tif tiff"),
  NIFTI("nii"),
  PACKED_NIFTI("nii.gz"),
  PNM("pgm ppm");

  private final String extensions;

  WrittenFormat(String extensions) {
    this.extensions = extensions;
  }

  private Stream<String> extensions() {
    return Arrays.stream(extensions.split(" ", -1));
  }

  static Optional<WrittenFormat> named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> format.extensions().anyMatch(end -> lower.endsWith("." + end)))
        .findFirst();
  }
}
