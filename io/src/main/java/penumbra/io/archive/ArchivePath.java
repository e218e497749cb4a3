package penumbra.io.archive;

import java.io.IOException;
import java.net.URI;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.jspecify.annotations.Nullable;

/// A place in an archive: `chest_xray.zip!/train/NORMAL`. The names in it, and paths from one place
/// to another, are ordinary relative paths, so that they can be resolved anywhere.
record ArchivePath(ArchiveFileSystem system, Path inner) implements Path {
  ArchiveNode node() throws IOException {
    ArchiveNode node = system.archive().find(inner);
    if (node == null) {
      throw new NoSuchFileException(toString());
    }
    return node;
  }

  private boolean isRoot() {
    return inner.toString().isEmpty();
  }

  @Override
  public ArchiveFileSystem getFileSystem() {
    return system;
  }

  @Override
  public boolean isAbsolute() {
    return true;
  }

  @Override
  public Path getRoot() {
    return system.root();
  }

  /// The archive's own name for the folder that it is.
  @Override
  public @Nullable Path getFileName() {
    return isRoot() ? system.archive().file().getFileName() : inner.getFileName();
  }

  @Override
  public @Nullable Path getParent() {
    if (isRoot()) {
      return null;
    }
    Path parent = inner.getParent();
    return parent == null ? system.root() : new ArchivePath(system, parent);
  }

  @Override
  public int getNameCount() {
    return isRoot() ? 0 : inner.getNameCount();
  }

  @Override
  public Path getName(int index) {
    return inner.getName(index);
  }

  @Override
  public Path subpath(int from, int to) {
    return inner.subpath(from, to);
  }

  @Override
  public boolean startsWith(Path other) {
    return other instanceof ArchivePath(ArchiveFileSystem place, Path start)
        && place == system
        && (start.toString().isEmpty() || inner.startsWith(start));
  }

  @Override
  public boolean endsWith(Path other) {
    return other instanceof ArchivePath ? equals(other) : inner.endsWith(other);
  }

  @Override
  public Path normalize() {
    return new ArchivePath(system, inner.normalize());
  }

  @Override
  public Path resolve(Path other) {
    if (other instanceof ArchivePath || other.isAbsolute()) {
      return other;
    }
    return new ArchivePath(system, inner.resolve(other).normalize());
  }

  @Override
  public Path relativize(Path other) {
    if (other instanceof ArchivePath(ArchiveFileSystem place, Path target) && place == system) {
      return inner.relativize(target);
    }
    throw new ProviderMismatchException();
  }

  /// Not supported: other programs could not use such an address.
  @Override
  public URI toUri() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Path toAbsolutePath() {
    return this;
  }

  @Override
  public Path toRealPath(LinkOption... options) throws IOException {
    node();
    return normalize();
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int compareTo(Path other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    String archive = system.archive().file().toString();
    return isRoot() ? archive : archive + "!/" + inner.toString().replace('\\', '/');
  }
}
