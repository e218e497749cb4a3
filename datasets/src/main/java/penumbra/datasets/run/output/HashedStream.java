package penumbra.datasets.run.output;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/// Passes bytes on, counts them and computes their hash, so that nobody has to read them again.
final class HashedStream extends OutputStream {
  private final OutputStream out;
  private final MessageDigest digest = Hashes.sha256();
  private long count;

  HashedStream(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    digest.update((byte) b);
    count++;
  }

  @Override
  public void write(byte[] bytes, int from, int n) throws IOException {
    out.write(bytes, from, n);
    digest.update(bytes, from, n);
    count += n;
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /// The written bytes, as the file of an output.
  OutputRecord record(String output, String file) {
    return new OutputRecord(output, file, count, HexFormat.of().formatHex(digest.digest()));
  }
}
