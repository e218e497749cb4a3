package penumbra.io.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import penumbra.io.format.Inputs;
import penumbra.io.format.OneLine;
import penumbra.io.format.UnreadableFileException;

/// The content of a member, checked against the size and the checksum in the archive's directory.
final class MemberStream extends InputStream {
  private final Path archive;
  private final ArchiveNode.Member member;
  private final InputStream in;
  private final OptionalLong sum;
  private final CRC32 summed = new CRC32();
  private long left;

  /// @param sum the CRC-32 of the content, if the archive has one
  MemberStream(Path archive, ArchiveNode.Member member, InputStream in, OptionalLong sum) {
    this.archive = archive;
    this.member = member;
    this.in = in;
    this.sum = sum;
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
    check(bytes, at, read);
    return read;
  }

  private void check(byte[] bytes, int at, int n) throws UnreadableFileException {
    if (sum.isEmpty()) {
      return;
    }
    summed.update(bytes, at, n);
    if (left == 0 && summed.getValue() != sum.getAsLong()) {
      throw UnreadableFileException.of(
          archive,
          "must hold its members whole",
          OneLine.quote(member.entry(), 100) + " has another check sum than the archive lists",
          Inputs.COPY_AGAIN);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
