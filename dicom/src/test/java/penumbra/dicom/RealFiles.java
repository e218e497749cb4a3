package penumbra.dicom;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Real files, which are not part of the project.
public final class RealFiles {
  private RealFiles() {}

  /// The file `name` of the folder `dicom` in the folder that the system property `penumbra.data`
  /// names, else in ../shared/data beside the project; skips the test where it is missing. So ask
  /// for it outside of what is asserted: within `assertThatThrownBy` the skip is the error.
  public static Path dicom(String name) {
    Path file = folder().resolve("dicom").resolve(name);
    assumeTrue(Files.exists(file), "needs ../shared/data beside the project: " + file);
    return file;
  }

  /// The folder that the system property `penumbra.data` names, else ../shared/data.
  public static Path folder() {
    String given = System.getProperty("penumbra.data");
    if (given != null) {
      return Path.of(given);
    }
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw")) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    return folder.resolveSibling("shared").resolve("data");
  }
}
