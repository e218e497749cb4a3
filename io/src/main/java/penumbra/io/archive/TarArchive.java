package penumbra.io.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import penumbra.io.format.FileSignatures;
import penumbra.io.format.UnreadableFileException;

/// A tar archive, uncompressed or gzipped. A member of an uncompressed archive is read from its
/// position in the file. A gzipped archive is expanded once to list it, and is kept expanded in
/// memory from the first read of a member on.
final class TarArchive extends Archive {
  private static final int BUFFER = 1 << 16;

  /// The largest expanded archive that is kept in memory.
  private static final long MOST_HELD = 1L << 30;

  private final boolean packed;
  private long expanded;
  private @Nullable LargeBytes blocks;

  private TarArchive(Path file, boolean packed) {
    super(file);
    this.packed = packed;
  }

  /// Whether a file with these first bytes is a tar archive, uncompressed or gzipped.
  static boolean recognises(byte[] head) {
    return TarHeader.recognises(isGzip(head) ? start(head) : head);
  }

  private static boolean isGzip(byte[] head) {
    return FileSignatures.starts(head, 0, "\u001f\u008b");
  }

  private static byte[] start(byte[] head) {
    byte[] start = new byte[TarHeader.BYTES];
    int n = 0;
    try (var in = new GZIPInputStream(new ByteArrayInputStream(head))) {
      for (int more = in.read(start); more > 0; more = in.read(start, n, start.length - n)) {
        n += more;
      }
    } catch (IOException endsOrIsBroken) {
      // What could be expanded says enough.
    }
    return start;
  }

  static TarArchive open(Path file, byte[] head) throws IOException {
    var archive = new TarArchive(file, isGzip(head));
    try (InputStream in = archive.stream()) {
      archive.expanded = new TarListing(archive, in, Files.size(file)).list();
      return archive;
    } catch (UnreadableFileException ours) {
      throw ours;
    } catch (IOException broken) {
      throw damaged(file, "tar", broken);
    }
  }

  private InputStream stream() throws IOException {
    InputStream plain = Files.newInputStream(file());
    try {
      return packed ? new GZIPInputStream(plain, BUFFER) : new BufferedInputStream(plain, BUFFER);
    } catch (IOException broken) {
      plain.close();
      throw broken;
    }
  }

  @Override
  InputStream open(ArchiveNode.Member member) throws IOException {
    if (packed) {
      return new MemberStream(
          file(), member, held().open(member.at(), member.size()), OptionalLong.empty());
    }
    FileChannel channel = FileChannel.open(file());
    channel.position(member.at());
    return new MemberStream(file(), member, Channels.newInputStream(channel), OptionalLong.empty());
  }

  private synchronized LargeBytes held() throws IOException {
    LargeBytes known = blocks;
    if (known == null) {
      if (expanded > MOST_HELD) {
        throw UnreadableFileException.of(
            file(),
            "must expand to at most 1 GiB to be read in place",
            "makes " + expanded + " bytes",
            "gunzip it to a .tar, whose members are read singly");
      }
      try (InputStream in = stream()) {
        known = LargeBytes.read(in, expanded);
      } catch (IOException broken) {
        throw damaged(file(), "tar", broken);
      }
      blocks = known;
    }
    return known;
  }
}
