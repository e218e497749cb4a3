package penumbra.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What lies below a run's output folder, apart from its journal in `.penumbra`, which notes times.
final class ResultTree {
  private static final String JOURNAL = ".penumbra";

  private ResultTree() {}

  /// Each file's hash, by its path.
  static Map<String, String> hashes(Path folder) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    for (Path file : files(folder)) {
      hashes.put(folder.relativize(file).toString(), hash(file));
    }
    return hashes;
  }

  /// How many files there are; those that come and go meanwhile may count or not.
  static int count(Path folder) {
    try {
      return files(folder).size();
    } catch (IOException | UncheckedIOException moving) {
      return 0; // the tree changes while it is walked; whoever counts does so again
    }
  }

  /// Whether a file is one that did not get its name.
  static boolean isUnfinished(String path) {
    return path.substring(path.lastIndexOf('/') + 1).startsWith(".penumbra-");
  }

  private static java.util.List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return java.util.List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !folder.relativize(file).startsWith(JOURNAL))
          .toList();
    }
  }

  private static String hash(Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchFileException gone) {
      throw new UncheckedIOException(gone);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
