package penumbra.io.png;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/// Deflates with zlib, which searches for repeated patterns.
final class PatternDeflater implements AutoCloseable {
  private final Deflater deflater;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  PatternDeflater(int level) {
    deflater = new Deflater(level);
  }

  void write(byte[] bytes) {
    deflater.setInput(bytes);
    drain();
  }

  byte[] finish() {
    deflater.finish();
    drain();
    return out.toByteArray();
  }

  private void drain() {
    int n = deflater.deflate(buffer);
    while (n > 0) {
      out.write(buffer, 0, n);
      n = deflater.deflate(buffer);
    }
  }

  @Override
  public void close() {
    deflater.end();
  }
}
