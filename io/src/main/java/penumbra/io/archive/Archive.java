package penumbra.io.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import penumbra.io.format.Inputs;
import penumbra.io.format.OneLine;
import penumbra.io.format.UnreadableFileException;

/// An archive: its file, the tree of its members, and how they are read.
public abstract sealed class Archive permits ZipArchive, TarArchive {
  private static final int MOST_LETTERS = 4096;
  private static final int MOST_FOLDERS = 64;
  private static final long ALWAYS_ALLOWED = 256L << 20;
  private static final int MOST_GROWTH = 100;

  /// Deflate expands one byte to at most 1032 bytes.
  private static final int MOST_INFLATED = 1032;

  private final Path file;
  private final ArchiveNode.Folder root = new ArchiveNode.Folder();

  Archive(Path file) {
    this.file = file;
  }

  Path file() {
    return file;
  }

  /// The content of a member, which the caller closes.
  abstract InputStream open(ArchiveNode.Member member) throws IOException;

  /// The node at `inner`, a relative path; null if there is none.
  @Nullable ArchiveNode find(Path inner) {
    @Nullable ArchiveNode node = root;
    for (Path name : inner) {
      if (!name.toString().isEmpty()) {
        node = node instanceof ArchiveNode.Folder folder ? folder.get(name.toString()) : null;
      }
    }
    return node;
  }

  /// Adds a member. If two have the same name, the later one counts, as in unpacking.
  void add(String name, ArchiveNode.Member member) throws UnreadableFileException {
    Path inner = inner(name);
    if (inner.toString().isEmpty()) {
      return;
    }
    ArchiveNode.Folder folder = root;
    for (int i = 0; i < inner.getNameCount() - 1; i++) {
      folder = folder.enter(inner.getName(i).toString());
    }
    folder.put(inner.getName(inner.getNameCount() - 1).toString(), member);
  }

  /// The path of a member of that name; never outside the archive.
  private Path inner(String name) throws UnreadableFileException {
    String relative = name.replaceFirst("^/+", "");
    String rule = "must name its members inside itself, each in at most 64 folders";
    try {
      Path inner = Path.of(relative).normalize();
      boolean sound =
          relative.length() <= MOST_LETTERS
              && inner.getNameCount() <= MOST_FOLDERS
              && !inner.isAbsolute()
              && !inner.startsWith("..");
      if (sound) {
        return inner;
      }
    } catch (InvalidPathException notOfThisSystem) {
      rule = "must name its members as this system can";
    }
    throw UnreadableFileException.of(
        file, rule, "names " + OneLine.quote(name, 100), "unpack and check it with care");
  }

  /// Throws if `packed` bytes claim to expand to so many bytes that it must be an attack, or to
  /// more than is possible. Readers allocate the claimed size.
  void checkGrowth(String what, long packed, long expanded) throws UnreadableFileException {
    if (expanded > ALWAYS_ALLOWED && expanded / MOST_GROWTH > packed) {
      throw UnreadableFileException.of(
          file,
          "must not expand to more than 100 times its size beyond 256 MiB",
          what + " makes " + expanded + " bytes of " + packed,
          "if it is to be trusted, unpack it first");
    }
    if (expanded / MOST_INFLATED > packed) {
      throw UnreadableFileException.of(
          file,
          "must hold its members whole",
          what + " is said to make " + expanded + " bytes of " + packed + ", which nothing can",
          Inputs.COPY_AGAIN);
    }
  }

  /// The error for an archive of the kind `label` that cannot be read.
  public static UnreadableFileException damaged(Path file, String label, Throwable cause) {
    String why = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return UnreadableFileException.of(
        file,
        "must be a sound " + label + " archive",
        "cannot be read (" + why.lines().findFirst().orElse("") + ")",
        Inputs.COPY_AGAIN,
        cause);
  }
}
