package penumbra.dicom.deidentify;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import penumbra.core.InvalidInputException;
import penumbra.dicom.UniqueIdentifier;

/// New names for old ones. Under one key, the same name always gets the same new one. Without the
/// key it cannot be traced back.
///
/// They are made by HMAC-SHA-256, so that only the owner of the key can test which patient number
/// gives which pseudonym.
final class Pseudonyms {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LEAST_KEY = 16;
  private static final int NAME_BYTES = 6;

  /// The standard's own identifiers, which name kinds and not instances.
  private static final String WELL_KNOWN = "1.2.840.10008.";

  private final SecretKeySpec key;

  /// @param key at least 16 bytes
  Pseudonyms(byte[] key) {
    if (key.length < LEAST_KEY) {
      throw InvalidInputException.of(
          "the key",
          "must have at least 16 bytes",
          key.length + " bytes",
          "make one, for instance with: head -c 32 /dev/urandom > key");
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /// The new unique identifier of an old one; the standard's own stay.
  String uid(String old) {
    return old.isEmpty() || old.startsWith(WELL_KNOWN)
        ? old
        : UniqueIdentifier.of(code("uid", old));
  }

  /// A patient's new name and number; empty where the old one is.
  String patient(String old) {
    return old.isEmpty()
        ? ""
        : "ANON-" + HexFormat.of().withUpperCase().formatHex(code("patient", old), 0, NAME_BYTES);
  }

  /// The new designator of a local coding scheme; those of local ones begin with 99.
  String scheme(String old) {
    return "99" + HexFormat.of().withUpperCase().formatHex(code("scheme", old), 0, NAME_BYTES);
  }

  private byte[] code(String purpose, String old) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((purpose + "\n").getBytes(StandardCharsets.US_ASCII));
      return mac.doFinal(old.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
