package penumbra.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// The content of a member, held to the size that the archive's list promises.
final class MemberStream extends InputStream {
  private final Path archive;
  private final ArchiveNode.Member member;
  private final InputStream in;
  private long left;

  MemberStream(Path archive, ArchiveNode.Member member, InputStream in) {
    this.archive = archive;
    this.member = member;
    this.in = in;
    this.left = member.size();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int at, int n) throws IOException {
    if (n == 0 || left == 0) {
      return n == 0 ? 0 : -1;
    }
    int read;
    try {
      read = in.read(bytes, at, (int) Math.min(n, left));
    } catch (IOException | RuntimeException broken) {
      throw Archive.damaged(archive, "ZIP or tar", broken);
    }
    if (read < 0) {
      throw UnreadableFileException.of(
          archive,
          "must hold its members whole",
          OneLine.quote(member.entry(), 100) + " lacks " + left + " of " + member.size() + " bytes",
          Inputs.COPY_AGAIN);
    }
    left -= read;
    return read;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
