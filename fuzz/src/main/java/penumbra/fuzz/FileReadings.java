package penumbra.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import penumbra.io.ImageFiles;
import penumbra.io.archive.Archives;
import penumbra.io.dataset.Dataset;
import penumbra.io.dataset.DatasetImage;
import penumbra.io.format.ReadOptions;

/// The readings of files in the formats of module io, by their content, as users read them.
final class FileReadings {
  private static final ReadOptions OPTIONS =
      ReadOptions.standard().withLimits(ParserContract.LIMITS);
  private static final int MEMBERS = 3;
  private static final int MOST_OF_A_MEMBER = 1 << 20;

  /// Open archives are closed by the garbage collector, when no path into them is reachable.
  private static final int ARCHIVES_BETWEEN_COLLECTIONS = 500;

  private static int archives;

  private FileReadings() {}

  /// A picture or an array, or one of several, from files with one of these beginnings. Other files
  /// belong to other parsers.
  static Reading picture(String... beginnings) {
    return input -> picture(input, OPTIONS, beginnings);
  }

  /// The second picture of a file that may have several.
  static Reading secondPicture(String... beginnings) {
    return input -> picture(input, OPTIONS.withFrame(2), beginnings);
  }

  /// The same as [#picture], of files that may be truncated.
  static Reading leniently(String... beginnings) {
    return input -> picture(input, OPTIONS.leniently(), beginnings);
  }

  private static void picture(byte[] input, ReadOptions options, String... beginnings)
      throws IOException {
    if (Arrays.stream(beginnings).anyMatch(beginning -> begins(input, beginning))) {
      try (ScratchFile file = ScratchFile.of(input, ".bin")) {
        ImageFiles.readAny(file.path(), options);
      }
    }
  }

  private static boolean begins(byte[] input, String beginning) {
    byte[] bytes = beginning.getBytes(StandardCharsets.ISO_8859_1);
    return input.length >= bytes.length
        && Arrays.equals(input, 0, bytes.length, bytes, 0, bytes.length);
  }

  /// The directory of an archive, its images, and the beginning of some members.
  static void archive(byte[] input) throws IOException {
    collect();
    try (ScratchFile file = ScratchFile.of(input, ".zip")) {
      Path root = Archives.enter(file.path());
      if (!Archives.isMember(root)) {
        return;
      }
      for (Path member : members(root)) {
        try (InputStream in = Files.newInputStream(member)) {
          in.readNBytes(MOST_OF_A_MEMBER);
        }
      }
    }
  }

  /// An archive as a data set, and the first picture of it.
  static void dataset(byte[] input) throws IOException {
    collect();
    try (ScratchFile file = ScratchFile.of(input, ".zip")) {
      Path root = Archives.enter(file.path());
      if (!Archives.isMember(root)) {
        return;
      }
      List<DatasetImage> images = Dataset.list(root).images();
      if (!images.isEmpty()) {
        ImageFiles.readAny(images.getFirst().file(), OPTIONS);
      }
    }
  }

  private static List<Path> members(Path root) throws IOException {
    try (Stream<Path> members = Files.walk(root)) {
      return members.filter(Files::isRegularFile).limit(MEMBERS).toList();
    }
  }

  private static synchronized void collect() {
    archives++;
    if (archives % ARCHIVES_BETWEEN_COLLECTIONS == 0) {
      System.gc();
    }
  }
}
