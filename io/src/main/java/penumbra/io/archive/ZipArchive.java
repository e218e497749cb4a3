package penumbra.io.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import penumbra.io.format.FileSignatures;
import penumbra.io.format.OneLine;
import penumbra.io.format.UnreadableFileException;

/// A ZIP archive. A member that is encrypted or compressed by another method than Deflate is listed
/// and refused when it is read. Links and devices are passed over.
public final class ZipArchive extends Archive {
  /// Where the name of the first member begins.
  private static final int NAME = 30;

  private static final int BUFFER = 1 << 13;
  private static final int MEMBER_MARK = 0x04034b50;

  private final Map<String, ZipMember> members = new HashMap<>();

  private ZipArchive(Path file) {
    super(file);
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
    var archive = new ZipArchive(file);
    try (FileChannel channel = FileChannel.open(file)) {
      archive.list(ZipDirectory.read(channel), channel.size());
      return archive;
    } catch (UnreadableFileException ours) {
      throw ours;
    } catch (IOException broken) {
      throw damaged(file, "ZIP", broken);
    }
  }

  private void list(List<ZipMember> all, long size) throws UnreadableFileException {
    long left = size;
    for (ZipMember member : all) {
      left -= member.packed();
      // Members that share their bytes would let a small file expand to any size.
      if (left < 0) {
        throw UnreadableFileException.of(
            file(),
            "must be as large as its members together",
            "they claim more, up to " + OneLine.quote(member.name(), 100),
            "do not trust it");
      }
      if (member.kind() == ZipMember.Kind.FILE) {
        members.put(member.name(), member);
        add(
            member.name(),
            new ArchiveNode.Member(member.name(), member.at(), member.packed(), member.size()));
      }
    }
  }

  @Override
  InputStream open(ArchiveNode.Member node) throws IOException {
    ZipMember member = Objects.requireNonNull(members.get(node.entry()));
    if (!member.isReadable()) {
      throw UnreadableFileException.of(
          file(),
          "must have members that are stored or compressed with Deflate, and not encrypted",
          OneLine.quote(member.name(), 100) + " " + member.hindrance(),
          "unpack it");
    }
    checkGrowth(node.entry(), node.packed(), node.size());
    FileChannel channel = FileChannel.open(file());
    try {
      InputStream packed = new ZipSection(channel, content(channel, member), member.packed());
      InputStream content =
          member.method() == ZipMember.STORED
              ? packed
              : new InflaterInputStream(packed, new Inflater(true), BUFFER) {
                @Override
                public void close() throws IOException {
                  super.close();
                  inf.end();
                }
              };
      return new MemberStream(file(), node, content, OptionalLong.of(member.crc()));
    } catch (IOException broken) {
      channel.close();
      throw damaged(file(), "ZIP", broken);
    }
  }

  /// Where the content begins: behind a header of its own, which may be longer than its entry in
  /// the directory.
  private static long content(FileChannel channel, ZipMember member) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(NAME).order(ByteOrder.LITTLE_ENDIAN);
    ZipSection.readFully(channel, header, member.at());
    if (header.getInt(0) != MEMBER_MARK) {
      throw new ZipException("invalid LOC header (bad signature)");
    }
    return member.at()
        + NAME
        + (header.getShort(NAME - 4) & 0xFFFF)
        + (header.getShort(NAME - 2) & 0xFFFF);
  }
}
