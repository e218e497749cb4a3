package penumbra.datasets.audit.measure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// The hash of a file's bytes, and its first bytes.
///
/// @param bytes the size of the file
/// @param sha256 of its content, in hexadecimal digits
/// @param head the first bytes, up to 1 MiB, which contain its header; callers must not modify it
@SuppressWarnings("ArrayRecordComponent") // not compared
record Fingerprint(long bytes, String sha256, byte[] head) {
  private static final int HEAD = 1 << 20;
  private static final int BLOCK = 1 << 16;

  /// Reads the file once, a block at a time.
  static Fingerprint of(Path file) throws IOException {
    MessageDigest digest = digest();
    byte[] head = new byte[0];
    byte[] block = new byte[BLOCK];
    long bytes = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.readNBytes(block, 0, BLOCK); n > 0; n = in.readNBytes(block, 0, BLOCK)) {
        digest.update(block, 0, n);
        if (bytes < HEAD) {
          int at = head.length;
          head = Arrays.copyOf(head, at + n);
          System.arraycopy(block, 0, head, at, n);
        }
        bytes += n;
      }
    }
    return new Fingerprint(bytes, HexFormat.of().formatHex(digest.digest()), head);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException every) {
      throw new IllegalStateException("every Java has SHA-256", every);
    }
  }
}
