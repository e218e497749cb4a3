package penumbra.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints. Penumbra's own version is the build's, which the build writes into
/// `version.properties`.
///
/// ```
/// Penumbra 0.1.0
/// Java 25.0.3 (Eclipse Adoptium), Linux amd64
/// ```
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "Penumbra " + ofPenumbra(),
      "Java %s (%s), %s %s"
          .formatted(
              property("java.version"),
              property("java.vendor"),
              property("os.name"),
              property("os.arch"))
    };
  }

  /// Penumbra's version, such as `0.1.0`.
  static String ofPenumbra() {
    var properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      properties.load(Objects.requireNonNull(in, "version.properties is not in the jar"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Objects.requireNonNull(properties.getProperty("version"));
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }
}
