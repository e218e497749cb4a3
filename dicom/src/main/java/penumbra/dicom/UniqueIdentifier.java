package penumbra.dicom;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// Unique identifiers for new objects.
///
/// ```
/// String uid = UniqueIdentifier.derived("instance", sourceUid, recipe, version);
/// ```
///
/// They are `2.25.` and a UUID as a decimal number (PS3.5, annex B.2). The UUID is of version 8
/// (RFC 9562): 122 bits of a SHA-256 over the parts it is derived from. The same parts give the
/// same identifier on any machine and day. Other parts give another identifier, as far as SHA-256
/// is known to be collision-free.
public final class UniqueIdentifier {
  private static final String ROOT = "2.25.";
  private static final int UUID_BYTES = 16;

  private UniqueIdentifier() {}

  /// The identifier derived from these parts; each counts with its length, so that `ab, c` and `a,
  /// bc` differ.
  public static String derived(String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      digest.update(bytes);
    }
    return of(digest.digest());
  }

  /// The identifier of the first 16 of `random` bytes, a digest for instance.
  public static String of(byte[] random) {
    byte[] uuid = Arrays.copyOf(random, UUID_BYTES);
    uuid[6] = (byte) ((uuid[6] & 0x0F) | 0x80);
    uuid[8] = (byte) ((uuid[8] & 0x3F) | 0x80);
    return ROOT + new BigInteger(1, uuid);
  }

  /// A SHA-256, which every Java has.
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
