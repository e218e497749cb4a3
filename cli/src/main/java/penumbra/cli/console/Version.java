package penumbra.cli.console;

import penumbra.imaging.PenumbraVersion;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints.
///
/// ```
/// Penumbra 0.1.0
/// Java 25.0.3 (Eclipse Adoptium), Linux amd64
/// ```
public final class Version implements IVersionProvider {
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
  public static String ofPenumbra() {
    return PenumbraVersion.current();
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }
}
