package penumbra.io.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// A part of a file as a stream, behind which one more 0 stands: Java's inflater may ask for a byte
/// more than there is. It closes the channel.
final class ZipSection extends InputStream {
  private final FileChannel channel;
  private final long end;
  private long at;

  ZipSection(FileChannel channel, long at, long size) {
    this.channel = channel;
    this.at = at;
    this.end = at + size;
  }

  static void readFully(FileChannel channel, ByteBuffer buffer, long place) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, place + buffer.position()) < 0) {
        throw new EOFException("it ends early");
      }
    }
    buffer.flip();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int from, int n) throws IOException {
    if (n == 0 || at > end) {
      return n == 0 ? 0 : -1;
    }
    if (at == end) {
      at++;
      target[from] = 0;
      return 1;
    }
    int most = (int) Math.min(n, end - at);
    int read = channel.read(ByteBuffer.wrap(target, from, most), at);
    if (read < 0) {
      throw new EOFException("it ends early");
    }
    at += read;
    return read;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
