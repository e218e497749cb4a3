package penumbra.io.jpeg;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.CRC32;

/// The machine's libjpeg-turbo in place of the JDK's decoder for grey JPEG, more than twice as
/// fast.
///
/// ```
/// java -Dpenumbra.jpeg=turbo --enable-native-access=penumbra.io ...
/// ```
///
/// **It is used** where the system property `penumbra.jpeg` is `turbo`, the machine has it, Java
/// lets this module call native functions, and it decodes a picture that is known.
///
/// **The samples of sound files are the same**: both have the transform "islow" of the Independent
/// JPEG Group's library. Only pictures of one component in one baseline or extended scan go this
/// way, and only where libjpeg-turbo has no warning; all else the JDK decodes. It has to be asked
/// for all the same, because of damaged files: some of those that the JDK refuses it reads without
/// a word, and of damage that neither notices it may make other samples, since it sums in 16 bits.
final class FastJpeg {
  /// The system property that says `turbo` where libjpeg-turbo is wanted.
  static final String PROPERTY = "penumbra.jpeg";

  static final String ASKED = "turbo";
  static final String LIBRARY = "libturbojpeg.so.0";

  private FastJpeg() {}

  /// Loaded when it is first asked for.
  private static final class Found {
    static final Choice CHOICE = choose(System.getProperty(PROPERTY, ""), LIBRARY);
  }

  /// Which decoder there is, and why.
  record Choice(Optional<TurboJpeg> library, String reason) {
    private static Choice none(String reason) {
      return new Choice(Optional.empty(), reason);
    }
  }

  /// The choice of this process, as a name and a reason parted by `; `.
  static String describe() {
    Choice choice = Found.CHOICE;
    return (choice.library().isPresent() ? "libjpeg-turbo" : "javax.imageio")
        + "; "
        + choice.reason();
  }

  /// @param asked what the system property says
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

  /// The samples of a picture; empty where the JDK's decoder is to be asked.
  static Optional<byte[]> decode(JpegSegments segments) {
    return segments.isPlainGrey()
        ? Found.CHOICE.library().flatMap(turbo -> decode(turbo, segments))
        : Optional.empty();
  }

  static Optional<byte[]> decode(TurboJpeg turbo, JpegSegments segments) {
    return turbo.decode(segments.withUnusedRestarts(), segments.height(), segments.width());
  }
}
