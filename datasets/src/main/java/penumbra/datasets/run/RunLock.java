package penumbra.datasets.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import penumbra.core.InvalidInputException;

/// Ensures that only one run writes to a folder. The system releases the lock when its process
/// ends, even if it is killed.
final class RunLock implements AutoCloseable {
  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Takes the lock of the output folder `output`, through the file `file`.
  static RunLock take(Path file, Path output) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException inThisProcess) {
      lock = null;
    } catch (IOException error) {
      channel.close();
      throw error;
    }
    if (lock == null) {
      channel.close();
      throw InvalidInputException.of(
          "the output",
          "must be written by one run at a time",
          output + ", where another is at work",
          "wait for it, or write elsewhere");
    }
    return new RunLock(channel);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
