package penumbra.io.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Finds files with the same bytes as a file higher up.
///
/// Each file is read once, since an archive may hold thousands that would all have to be compared
/// with one another.
final class NestedCopies {
  private static final int BUFFER = 1 << 16;

  private NestedCopies() {}

  /// The files whose bytes are those of one higher up; `files` is in order from the top down.
  static List<Path> among(List<Path> files) throws IOException {
    List<Path> copies = new ArrayList<>();
    if (files.getFirst().getNameCount() == files.getLast().getNameCount()) {
      return copies;
    }
    Map<String, Integer> highest = new HashMap<>();
    for (Path file : files) {
      if (Files.isReadable(file)) {
        Integer above = highest.putIfAbsent(digest(file), file.getNameCount());
        if (above != null && above < file.getNameCount()) {
          copies.add(file);
        }
      }
    }
    return copies;
  }

  private static String digest(Path file) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing); // Every Java has it.
    }
  }
}
