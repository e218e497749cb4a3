package penumbra.io.jpeg;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.CRC32;

/// Decodes grey JPEG with an installed libjpeg-turbo instead of the JDK's decoder, more than twice
/// as fast.
///
/// ```
/// java -Dpenumbra.jpeg=turbo --enable-native-access=penumbra.io ...
/// ```
///
/// **It is used** if the system property `penumbra.jpeg` is `turbo`, the library is installed, Java
/// allows this module to call native functions, and the library decodes a known picture correctly.
///
/// **The samples of valid files are the same**: both use the transform "islow" of the Independent
/// JPEG Group's library. It decodes only pictures of one component in one baseline or extended
/// scan, and only if it gives no warning; the JDK decodes all others. It is opt-in because of
/// damaged files: it reads some that the JDK rejects, without a warning. If neither notices the
/// damage, its samples may differ, because it sums in 16 bits.
final class FastJpeg {
  /// The system property; `turbo` selects libjpeg-turbo.
  static final String PROPERTY = "penumbra.jpeg";

  static final String ASKED = "turbo";
  static final String LIBRARY = "libturbojpeg.so.0";

  private FastJpeg() {}

  /// Loaded on first use.
  private static final class Found {
    static final Choice CHOICE = choose(System.getProperty(PROPERTY, ""), LIBRARY);
  }

  /// The decoder in use, and why.
  record Choice(Optional<TurboJpeg> library, String reason) {
    private static Choice none(String reason) {
      return new Choice(Optional.empty(), reason);
    }
  }

  /// The choice of this process, as a name and a reason, separated by `; `.
  static String describe() {
    Choice choice = Found.CHOICE;
    return (choice.library().isPresent() ? "libjpeg-turbo" : "javax.imageio")
        + "; "
        + choice.reason();
  }

  /// @param asked the value of the system property
  static Choice choose(String asked, String library) {
    if (!asked.equals(ASKED)) {
      return Choice.none("for PENUMBRA_JPEG=turbo is not set");
    }
    if (!FastJpeg.class.getModule().isNativeAccessEnabled()) {
      return Choice.none("for Java runs without --enable-native-access=penumbra.io");
    }
    try {
      TurboJpeg turbo = TurboJpeg.open(library);
      return decodesTheKnown(turbo)
          ? new Choice(Optional.of(turbo), library + ", for grey pictures")
          : Choice.none("for " + library + " does not decode as it should");
    } catch (IllegalArgumentException | UnsupportedOperationException missing) {
      return Choice.none("for there is no " + library + " that can be loaded");
    } catch (NoSuchElementException another) {
      return Choice.none("for " + library + " is another library than it should be");
    }
  }

  private static boolean decodesTheKnown(TurboJpeg turbo) {
    var sum = new CRC32();
    turbo.decode(KnownJpeg.bytes(), KnownJpeg.HEIGHT, KnownJpeg.WIDTH).ifPresent(sum::update);
    return sum.getValue() == KnownJpeg.SUM;
  }

  /// The samples of a picture; empty if the JDK's decoder has to decode it.
  static Optional<byte[]> decode(JpegSegments segments) {
    return segments.isPlainGrey()
        ? Found.CHOICE.library().flatMap(turbo -> decode(turbo, segments))
        : Optional.empty();
  }

  static Optional<byte[]> decode(TurboJpeg turbo, JpegSegments segments) {
    return turbo.decode(segments.withUnusedRestarts(), segments.height(), segments.width());
  }
}
