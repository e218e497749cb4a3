package penumbra.io.tiff;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Optional;
import penumbra.io.format.ImageSource;

/// The bytes of a TIFF: in memory or, of files that no Java array can hold, as a mapping. A stack
/// that ImageJ writes with one directory is larger than that.
final class TiffFile {
  private static final int MOST_IN_MEMORY = Integer.MAX_VALUE - 8;

  private TiffFile() {}

  static MemorySegment bytes(ImageSource source) throws IOException {
    Optional<Path> file =
        source.file().filter(path -> path.getFileSystem().equals(FileSystems.getDefault()));
    if (file.isEmpty() || source.size() <= MOST_IN_MEMORY) {
      return MemorySegment.ofArray(source.bytes());
    }
    try (FileChannel channel = FileChannel.open(file.get())) {
      return channel.map(MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
    }
  }
}
