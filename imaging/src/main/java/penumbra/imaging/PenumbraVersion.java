package penumbra.imaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/// The version of this Penumbra.
public final class PenumbraVersion {
  private PenumbraVersion() {}

  /// The version, such as `0.1.0`, which the build writes into `version.properties`.
  public static String current() {
    var properties = new Properties();
    try (InputStream in = PenumbraVersion.class.getResourceAsStream("version.properties")) {
      properties.load(Objects.requireNonNull(in, "version.properties is not in the jar"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Objects.requireNonNull(properties.getProperty("version"));
  }
}
