package penumbra.io.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/// Files that appear under their final name only when they are complete.
///
/// ```
/// AtomicFiles.write(target, out -> out.write(png));
/// ```
///
/// The content goes to a hidden file beside the target, which is moved over it at the end in one
/// step. If writing fails, the hidden file is removed, an existing file of that name is kept, and
/// the error names the target. A link is followed: the file it points to is replaced. A device such
/// as `/dev/stdout` is written directly.
public final class AtomicFiles {
  private static final AtomicLong COUNTER = new AtomicLong();

  private AtomicFiles() {}

  /// Writes what `content` puts into the stream.
  public static void write(Path target, IoConsumer<? super OutputStream> content)
      throws IOException {
    create(
        target,
        file -> {
          try (OutputStream out = new NamedFileStream(target, open(file))) {
            content.accept(out);
          }
        });
  }

  /// Writes `bytes`.
  public static void write(Path target, byte[] bytes) throws IOException {
    write(target, out -> out.write(bytes));
  }

  /// Lets `content` create the file it is given, which then becomes `target`.
  public static void create(Path target, IoConsumer<? super Path> content) throws IOException {
    Path real = Files.isSymbolicLink(target) && Files.exists(target) ? target.toRealPath() : target;
    check(target, real);
    if (Files.exists(real) && !Files.isRegularFile(real)) {
      content.accept(real);
      return;
    }
    Path hidden = folderOf(real).resolve(hiddenName());
    try {
      content.accept(hidden);
      Files.move(hidden, real, StandardCopyOption.ATOMIC_MOVE);
    } catch (AccessDeniedException denied) {
      throw UnwritableFileException.of(
          target,
          "must be writable",
          "the system denies it",
          "check the permissions of the folder or write elsewhere",
          denied);
    } catch (FileSystemException failed) {
      if (!hidden.toString().equals(failed.getFile())) {
        throw failed;
      }
      // Of the hidden file nobody knows.
      throw NamedFileStream.failed(
          target, Objects.requireNonNullElse(failed.getReason(), ""), failed);
    } finally {
      Files.deleteIfExists(hidden);
    }
  }

  private static OutputStream open(Path file) throws IOException {
    return Files.exists(file)
        ? Files.newOutputStream(file, StandardOpenOption.WRITE)
        : Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
  }

  private static void check(Path target, Path real) throws IOException {
    if (Files.isDirectory(real)) {
      throw UnwritableFileException.of(
          target, "must be a file", "is a folder", "name a file inside it");
    }
    Path folder = folderOf(real);
    if (!Files.isDirectory(folder)) {
      throw UnwritableFileException.of(
          target,
          "must lie in a folder that exists",
          folder + (Files.exists(folder) ? " is a file" : " is missing"),
          "create the folder first");
    }
  }

  /// A unique name for each process and call, so that parallel writers of one target do not
  /// collide. It contains the time, because processes in containers all have the same few ids. It
  /// does not contain the target's name, which may be as long as the file system allows.
  private static String hiddenName() {
    return ".penumbra-%d-%x-%d.tmp"
        .formatted(
            ProcessHandle.current().pid(), System.currentTimeMillis(), COUNTER.incrementAndGet());
  }

  private static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null
        ? file.toAbsolutePath()
        : file.getParent() == null ? folder : file.getParent();
  }
}
