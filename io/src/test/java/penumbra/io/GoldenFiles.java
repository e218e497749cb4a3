package penumbra.io;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/// Files that other programs wrote (`conformance/formats.py`), with what they hold beside them.
public final class GoldenFiles {
  private GoldenFiles() {}

  /// The file of that name.
  public static Path path(String name) {
    try {
      return Path.of(
              Objects.requireNonNull(GoldenFiles.class.getResource("formats/int8.nii")).toURI())
          .resolveSibling(name);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
