package penumbra.imaging;

import java.util.Optional;
import java.util.regex.Pattern;

/// Java versions that can corrupt results. The launcher has the same list, and avoids them if there
/// is another version.
///
/// ```
/// KnownJavaBugs.of("25.0.1").ifPresent(System.out::println);
/// ```
final class KnownJavaBugs {
  private static final Pattern CORRUPTS_PINNED_ARRAYS =
      Pattern.compile("25([-+].*)?|25\\.0(\\.[012]([-+.].*)?)?");

  private KnownJavaBugs() {}

  /// The bug of that version, and the remedy.
  ///
  /// @param version the value of the system property `java.version`
  static Optional<String> of(String version) {
    return CORRUPTS_PINNED_ARRAYS.matcher(version).matches()
        ? Optional.of(
            "can corrupt arrays under its G1 collector (JDK-8377811); install 25.0.3 or newer")
        : Optional.empty();
  }
}
