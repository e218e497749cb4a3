package penumbra.io.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The source of a picture: a file, a member of an archive, bytes, or a stream.
///
/// ```
/// ImageSource upload = ImageSource.of(request.getInputStream(), "scan.png", Limits.standard());
/// Radiograph scan = ImageFiles.read(upload, ReadOptions.standard());
/// ```
///
/// Bytes are not copied: do not change them afterwards. A stream is read to its end, into memory,
/// and stays open.
public final class ImageSource {
  private static final int MOST_BYTES = Integer.MAX_VALUE - 8;
  private static final int BYTES_PER_PIXEL = 8;
  private static final long BESIDES_PIXELS = 1L << 20;

  private final Path path;
  private final byte @Nullable [] bytes;

  private ImageSource(Path path, byte @Nullable [] bytes) {
    this.path = path;
    this.bytes = bytes;
  }

  /// A file, or a member of an archive.
  public static ImageSource of(Path file) {
    return new ImageSource(file, null);
  }

  /// Bytes in memory.
  ///
  /// @param name what messages call them; its ending promises a format as that of a file does
  public static ImageSource of(byte[] bytes, String name) {
    return new ImageSource(pathOf(name), bytes);
  }

  /// The rest of a stream.
  ///
  /// @param name what messages call it; its ending promises a format as that of a file does
  /// @param limits how long the stream may be: 8 bytes for each pixel and 1 MiB, below 2 GiB
  /// @throws UnreadableFileException if it is longer
  public static ImageSource of(InputStream in, String name, Limits limits) throws IOException {
    return of(new byte[0], in, name, limits);
  }

  /// The same for a stream whose first bytes were already read.
  public static ImageSource of(byte[] head, InputStream in, String name, Limits limits)
      throws IOException {
    long pixels = Math.min(limits.maxPixels(), MOST_BYTES) * BYTES_PER_PIXEL;
    int most = (int) Math.min(MOST_BYTES, pixels + BESIDES_PIXELS);
    byte[] rest = in.readNBytes(most - head.length);
    byte[] bytes = Arrays.copyOf(head, head.length + rest.length);
    System.arraycopy(rest, 0, bytes, head.length, rest.length);
    if (bytes.length == most && in.read() >= 0) {
      throw UnreadableFileException.of(
          pathOf(name),
          "must have at most " + most + " bytes to be read from a stream",
          "has more",
          "save it to a file first, or raise the limit with the environment variable "
              + Limits.VARIABLE);
    }
    return of(bytes, name);
  }

  /// A name for messages, also one that no file could have.
  private static Path pathOf(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException noName) {
      return Path.of(name.replaceAll("[^\\p{Alnum}._-]", "_"));
    }
  }

  /// The file, or the name of the bytes for messages.
  public Path path() {
    return path;
  }

  /// The file; empty if the source is bytes.
  public Optional<Path> file() {
    return bytes == null ? Optional.of(path) : Optional.empty();
  }

  /// Throws if there is nothing to read, or the system does not allow it.
  public void check() throws IOException {
    if (bytes == null) {
      Inputs.check(path);
    } else if (bytes.length == 0) {
      throw Inputs.empty(path);
    }
  }

  /// How many bytes there are.
  public long size() throws IOException {
    return bytes == null ? Files.size(path) : bytes.length;
  }

  /// The first bytes, [ImageFormat#HEAD] if there are as many.
  public byte[] head() throws IOException {
    try (InputStream in = open()) {
      return in.readNBytes(ImageFormat.HEAD);
    }
  }

  /// The bytes from the first on. The caller closes the stream.
  public InputStream open() throws IOException {
    return bytes == null ? Files.newInputStream(path) : new ByteArrayInputStream(bytes);
  }

  /// The bytes as a read-only channel, which the caller closes.
  public SeekableByteChannel channel() throws IOException {
    return bytes == null ? Files.newByteChannel(path) : new BytesChannel(bytes);
  }

  /// All bytes, which must not be changed.
  ///
  /// @throws UnreadableFileException if there are too many for a Java array
  public byte[] bytes() throws IOException {
    if (bytes != null) {
      return bytes;
    }
    long size = Files.size(path);
    if (size > MOST_BYTES) {
      throw UnreadableFileException.of(
          path,
          "must be smaller than 2 GiB to be read as a picture",
          "has " + size + " bytes",
          "convert it to .npy");
    }
    if (path.getFileSystem().equals(FileSystems.getDefault())) {
      return Files.readAllBytes(path);
    }
    // An archive may promise more than there is: memory is taken as the bytes come.
    try (InputStream in = Files.newInputStream(path)) {
      return in.readAllBytes();
    }
  }

  /// Its name for messages.
  @Override
  public String toString() {
    return path.toString();
  }
}
