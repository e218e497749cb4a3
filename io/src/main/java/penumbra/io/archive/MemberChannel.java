package penumbra.io.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/// A member as a read-only channel. Seeking forward skips bytes; seeking back reads again from the
/// start.
final class MemberChannel implements SeekableByteChannel {
  private static final int MOST_AT_ONCE = 1 << 16;

  /// Opens the member from its first byte.
  interface Opener {
    InputStream open() throws IOException;
  }

  private final Opener opener;
  private final long size;
  private @Nullable InputStream in;
  private long reached;
  private long position;
  private boolean open = true;

  MemberChannel(Opener opener, long size) {
    this.opener = opener;
    this.size = size;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (!open) {
      throw new ClosedChannelException();
    }
    if (position >= size) {
      return -1;
    }
    if (!target.hasRemaining()) {
      return 0;
    }
    byte[] bytes = new byte[Math.min(MOST_AT_ONCE, target.remaining())];
    int n = at(position).read(bytes);
    if (n > 0) {
      target.put(bytes, 0, n);
      position += n;
      reached = position;
    }
    return n;
  }

  private InputStream at(long place) throws IOException {
    InputStream stream = in;
    if (stream == null || reached > place) {
      if (stream != null) {
        stream.close();
      }
      stream = opener.open();
      in = stream;
      reached = 0;
    }
    stream.skipNBytes(place - reached);
    reached = place;
    return stream;
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long place) {
    if (place < 0) {
      throw new IllegalArgumentException("a position must not be negative, but is " + place);
    }
    position = place;
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public SeekableByteChannel truncate(long length) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() throws IOException {
    open = false;
    if (in != null) {
      in.close();
    }
  }
}
