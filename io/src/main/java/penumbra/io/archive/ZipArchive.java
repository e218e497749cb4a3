package penumbra.io.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import penumbra.io.format.FileSignatures;
import penumbra.io.format.OneLine;
import penumbra.io.format.UnreadableFileException;

/// A ZIP archive. The file stays open as long as a path into it is in use.
public final class ZipArchive extends Archive {
  /// Where the name of the first member begins.
  private static final int NAME = 30;

  private final ZipFile zip;

  private ZipArchive(Path file, ZipFile zip) {
    super(file);
    this.zip = zip;
  }

  static boolean recognises(byte[] head) {
    return FileSignatures.starts(head, 0, "PK\u0003\u0004")
        || FileSignatures.starts(head, 0, "PK\u0005\u0006");
  }

  /// Whether the name of the first member ends so.
  public static boolean beginsWith(byte[] head, String ending) {
    if (!FileSignatures.starts(head, 0, "PK\u0003\u0004") || head.length < NAME) {
      return false;
    }
    int length = (head[NAME - 4] & 0xFF) + 256 * (head[NAME - 3] & 0xFF);
    return NAME + length <= head.length
        && new String(head, NAME, length, StandardCharsets.UTF_8).endsWith(ending);
  }

  static ZipArchive open(Path file) throws IOException {
    try {
      var archive = new ZipArchive(file, new ZipFile(file.toFile()));
      archive.list();
      return archive;
    } catch (UnreadableFileException ours) {
      throw ours;
    } catch (IOException | RuntimeException broken) {
      // ZipFile answers some damaged archives with IllegalArgumentException.
      throw damaged(file, "ZIP", broken);
    }
  }

  private void list() throws IOException {
    long left = Files.size(file());
    for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
      ZipEntry entry = entries.nextElement();
      long packed = entry.getCompressedSize();
      left -= packed;
      // Members that share their bytes would let a small file expand to any size.
      if (packed < 0 || left < 0) {
        throw UnreadableFileException.of(
            file(),
            "must be as large as its members together",
            "they claim more, up to " + OneLine.quote(entry.getName(), 100),
            "do not trust it");
      }
      if (!entry.isDirectory()) {
        add(entry.getName(), new ArchiveNode.Member(entry.getName(), 0, packed, entry.getSize()));
      }
    }
  }

  @Override
  InputStream open(ArchiveNode.Member member) throws IOException {
    checkGrowth(member.entry(), member.packed(), member.size());
    try {
      ZipEntry entry = Objects.requireNonNull(zip.getEntry(member.entry()));
      OptionalLong sum =
          entry.getCrc() < 0 ? OptionalLong.empty() : OptionalLong.of(entry.getCrc());
      return new MemberStream(file(), member, zip.getInputStream(entry), sum);
    } catch (IOException | RuntimeException broken) {
      throw damaged(file(), "ZIP", broken);
    }
  }
}
