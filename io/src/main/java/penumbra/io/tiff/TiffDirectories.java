package penumbra.io.tiff;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import penumbra.io.format.FileSignatures;
import penumbra.io.format.Inputs;
import penumbra.io.format.UnreadableFileException;

/// Follows the chain of directories through a TIFF or BigTIFF file, one for each page.
final class TiffDirectories {
  /// Far more than volumes have; the limit ends a chain of directories without pictures.
  private static final int MAX_PAGES = 1 << 16;

  private final Path file;
  private final MemorySegment bytes;
  private final ByteOrder order;
  private final boolean big;
  private long fieldsLeft;

  private TiffDirectories(Path file, MemorySegment bytes, ByteOrder order, boolean big) {
    this.file = file;
    this.bytes = bytes;
    this.order = order;
    this.big = big;
    // Directories may not share fields; otherwise a small file could make many pages.
    this.fieldsLeft = bytes.byteSize() / (big ? 20 : 12);
  }

  /// Whether a file with these first bytes is a TIFF.
  static boolean recognises(byte[] head) {
    return FileSignatures.starts(head, 0, "II*\0")
        || FileSignatures.starts(head, 0, "MM\0*")
        || FileSignatures.starts(head, 0, "II+\0\b\0\0\0")
        || FileSignatures.starts(head, 0, "MM\0+\0\b\0\0");
  }

  static List<TiffDirectory> read(Path file, MemorySegment bytes) throws UnreadableFileException {
    if (bytes.byteSize() < 8) {
      throw endsEarly(file);
    }
    boolean little = bytes.get(ValueLayout.JAVA_BYTE, 0) == 'I';
    ByteOrder order = little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    boolean big = bytes.get(ValueLayout.JAVA_BYTE, little ? 2 : 3) == '+';
    return new TiffDirectories(file, bytes, order, big).all();
  }

  private List<TiffDirectory> all() throws UnreadableFileException {
    List<TiffDirectory> directories = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    long at = offset(big ? 8 : 4);
    while (at != 0) {
      if (!seen.add(at) || directories.size() == MAX_PAGES) {
        throw UnreadableFileException.of(
            file,
            "must list each of at most " + MAX_PAGES + " pages once",
            "its list of pages runs in a circle or is longer",
            Inputs.COPY_AGAIN);
      }
      at = read(at, directories);
    }
    if (directories.isEmpty()) {
      throw UnreadableFileException.of(
          file, "must hold a picture", "lists none", Inputs.COPY_AGAIN);
    }
    return directories;
  }

  /// Adds the directory at `at`, and returns the offset of the next, or 0.
  private long read(long at, List<TiffDirectory> directories) throws UnreadableFileException {
    long count = big ? offset(at) : number(at, 2);
    long first = at + (big ? 8 : 2);
    int size = big ? 20 : 12;
    if (count > (bytes.byteSize() - first) / size || count > fieldsLeft) {
      throw endsEarly(file);
    }
    fieldsLeft -= count;
    var directory = new TiffDirectory(file, bytes, order);
    for (long entry = first; entry < first + count * size; entry += size) {
      int tag = (int) number(entry, 2);
      int type = (int) number(entry + 2, 2);
      long values = big ? offset(entry + 4) : number(entry + 4, 4);
      directory.add(tag, type, values, entry + (big ? 12 : 8), big ? 8 : 4);
    }
    directories.add(directory);
    return offset(first + count * size);
  }

  private long offset(long at) throws UnreadableFileException {
    return number(at, big ? 8 : 4);
  }

  private long number(long at, int size) throws UnreadableFileException {
    if (at < 0 || at > bytes.byteSize() - size) {
      throw endsEarly(file);
    }
    return switch (size) {
      case 2 -> bytes.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), at) & 0xFFFF;
      case 4 -> bytes.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(order), at) & 0xFFFFFFFFL;
      default ->
          Math.abs(
              Math.max(
                  -Long.MAX_VALUE,
                  bytes.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order), at)));
    };
  }

  private static UnreadableFileException endsEarly(Path file) {
    return UnreadableFileException.of(
        file, "must be whole", "ends before or inside its list of pages", Inputs.COPY_AGAIN);
  }
}
