package penumbra.io.archive;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import penumbra.io.format.Inputs;
import penumbra.io.format.UnreadableFileException;

/// Archives as folders: the members of a `.zip`, `.tar` or `.tar.gz` are read in place.
///
/// ```
/// Dataset set = Dataset.list(Path.of("chest_xray.zip"));
/// Radiograph scan = ImageFiles.read(Path.of("chest_xray.zip!/train/NORMAL/IM-0115-0001.jpeg"));
/// ```
///
/// Nothing is unpacked to disk. [java.nio.file.Files] reads the paths of members like files. But
/// they do not support `toFile`, writing, or memory-mapping. Archives are recognised by their
/// content. Members of a `.zip` and a `.tar` are read individually. A `.tar.gz` has no index and is
/// expanded as a whole into memory at the first read, up to 1 GiB. For larger archives, and for
/// speed, gunzip it to a `.tar`.
///
/// Names that lead out of the archive are refused, and so are archives that expand too much: beyond
/// 256 MiB, to more than 100 times their size.
public final class Archives {
  private static final String MARK = "!";

  private static final Map<State, WeakReference<ArchiveFileSystem>> OPEN = new HashMap<>();

  /// An archive as it was when it was opened.
  private record State(Path file, long size, FileTime modified) {}

  private Archives() {}

  /// The archive `file` as a folder, or `file` itself if it is not an archive; members too, written
  /// `archive.zip!/folder/name`.
  public static Path enter(Path file) throws IOException {
    Path member = resolve(file);
    return !isMember(member) && isArchive(member) ? open(member) : member;
  }

  /// The member if `named` is written `archive.zip!/folder/name`, else `named`.
  public static Path resolve(Path named) throws IOException {
    if (isMember(named) || !named.toString().contains(MARK) || Files.exists(named)) {
      return named;
    }
    @Nullable Path before = named.getRoot();
    for (int i = 0; i < named.getNameCount(); i++) {
      String name = named.getName(i).toString();
      boolean marked = name.endsWith(MARK);
      Path part = Path.of(marked ? name.substring(0, name.length() - 1) : name);
      before = before == null ? part : before.resolve(part);
      if (marked && Files.isRegularFile(before)) {
        Path root = open(before);
        return i + 1 == named.getNameCount()
            ? root
            : root.resolve(named.subpath(i + 1, named.getNameCount()));
      }
      before = marked ? before.resolveSibling(name) : before;
    }
    return named;
  }

  /// Whether `path` is in an archive, or is an archive as a folder.
  public static boolean isMember(Path path) {
    return path instanceof ArchivePath;
  }

  /// Whether `file` is an archive that can be entered.
  public static boolean isArchive(Path file) throws IOException {
    if (isMember(file) || !Files.isRegularFile(file) || !Files.isReadable(file)) {
      return false;
    }
    return isArchive(Inputs.head(file));
  }

  /// Whether a file with these first bytes is an archive that can be entered.
  public static boolean isArchive(byte[] head) {
    // An NPZ file is an array.
    return !ZipArchive.beginsWith(head, ".npy")
        && (ZipArchive.recognises(head) || TarArchive.recognises(head));
  }

  /// The archive `file` as a folder. As long as a path into an unchanged file is in use, the same
  /// folder is returned, so that the archive is not listed again for each member.
  public static Path open(Path file) throws IOException {
    if (isMember(file)) {
      throw UnreadableFileException.of(
          file, "must not lie in an archive itself", "does", "unpack the outer archive first");
    }
    var state = new State(file, Files.size(file), Files.getLastModifiedTime(file));
    synchronized (OPEN) {
      OPEN.values().removeIf(reference -> reference.get() == null);
      @Nullable WeakReference<ArchiveFileSystem> known = OPEN.get(state);
      @Nullable ArchiveFileSystem system = known == null ? null : known.get();
      if (system == null) {
        system = new ArchiveFileSystem(list(file));
        OPEN.put(state, new WeakReference<>(system));
      }
      return system.root();
    }
  }

  private static Archive list(Path file) throws IOException {
    byte[] head = Inputs.head(file);
    return ZipArchive.recognises(head) ? ZipArchive.open(file) : TarArchive.open(file, head);
  }
}
