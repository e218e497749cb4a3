package penumbra.io.npy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import penumbra.core.Radiograph;
import penumbra.io.archive.Archive;
import penumbra.io.format.ImageSource;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.UnreadableFileException;

/// Reads the array of an NPZ file in memory, whose members are read one after the other.
final class NpzBytes {
  private static final String ENDING = ".npy";
  private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

  /// Above this size, members must not expand to more than a hundred times the file, as in
  /// archives.
  private static final long ALWAYS_ALLOWED = 256L << 20;

  private static final int MOST_GROWTH = 100;

  /// How long the end of a ZIP archive is, and with the longest comment.
  private static final int END = 22;

  private static final int LONGEST_END = END + 65535;

  private NpzBytes() {}

  static Radiograph read(ImageSource source, ReadOptions options) throws IOException {
    checkEnd(source);
    List<String> names = new ArrayList<>();
    byte[] only = new byte[0];
    long most = Math.max(ALWAYS_ALLOWED, MOST_GROWTH * source.size());
    try (var zip = new ZipInputStream(source.open())) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = content(source, zip, (int) Math.min(most, MOST_BYTES));
        most -= content.length;
        String name = entry.getName();
        if (name.endsWith(ENDING) && !name.contains("/")) {
          only = content;
          names.add(name);
        }
      }
    } catch (ZipException | IllegalArgumentException | EOFException broken) {
      throw Archive.damaged(source.path(), "ZIP", broken);
    }
    if (names.size() != 1) {
      throw NpzFormat.notOne(source.path(), names.stream().sorted().toList());
    }
    String name = names.getFirst();
    ImageSource member = ImageSource.of(only, source + "!/" + name);
    return NpzFormat.only(source.path(), name, member, options);
  }

  /// Throws if the end is cut off, which a reader from the beginning would not notice.
  private static void checkEnd(ImageSource source) throws IOException {
    byte[] bytes = source.bytes();
    int last = bytes.length - END;
    for (int at = last; at >= Math.max(0, bytes.length - LONGEST_END); at--) {
      if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 5 && bytes[at + 3] == 6) {
        return;
      }
    }
    throw Archive.damaged(source.path(), "ZIP", new ZipException("zip END header not found"));
  }

  private static byte[] content(ImageSource source, InputStream zip, int most) throws IOException {
    byte[] content = zip.readNBytes(most);
    if (content.length == most && zip.read() >= 0) {
      throw UnreadableFileException.of(
          source.path(),
          "must not expand to more than 100 times its size beyond 256 MiB",
          "does",
          "if it is to be trusted, save it to a file and unpack it first");
    }
    return content;
  }
}
