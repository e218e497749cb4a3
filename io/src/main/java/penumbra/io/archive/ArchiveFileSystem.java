package penumbra.io.archive;

import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Set;

/// An archive as a read-only file system, so that [java.nio.file.Files] works on it.
final class ArchiveFileSystem extends FileSystem {
  private final Archive archive;
  private final ArchiveProvider provider = new ArchiveProvider();

  ArchiveFileSystem(Archive archive) {
    this.archive = archive;
  }

  Archive archive() {
    return archive;
  }

  Path root() {
    return new ArchivePath(this, Path.of(""));
  }

  @Override
  public FileSystemProvider provider() {
    return provider;
  }

  /// Does nothing: an archive is closed when no path into it is reachable any more.
  @Override
  public void close() {}

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return true;
  }

  @Override
  public String getSeparator() {
    return "/";
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return List.of(root());
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return List.of();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return Set.of("basic");
  }

  @Override
  public Path getPath(String first, String... more) {
    return root().resolve(Path.of(first, more));
  }

  @Override
  public PathMatcher getPathMatcher(String syntaxAndPattern) {
    throw new UnsupportedOperationException();
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    throw new UnsupportedOperationException();
  }

  @Override
  public WatchService newWatchService() {
    throw new UnsupportedOperationException();
  }
}
