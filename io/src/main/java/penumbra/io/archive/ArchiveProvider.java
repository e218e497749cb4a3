package penumbra.io.archive;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Supports [java.nio.file.Files] on archives: listing, attributes and reading. Everything else is
/// refused.
final class ArchiveProvider extends FileSystemProvider {
  private static ArchivePath of(Path path) {
    return (ArchivePath) path;
  }

  @Override
  public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
    ArchivePath place = of(path);
    if (place.node() instanceof ArchiveNode.Member member) {
      return place.getFileSystem().archive().open(member);
    }
    throw new AccessDeniedException(path.toString(), null, "it is a folder");
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (of(path).node() instanceof ArchiveNode.Member member) {
      of(path)
          .getFileSystem()
          .archive()
          .checkGrowth(member.entry(), member.packed(), member.size());
      return new MemberChannel(() -> newInputStream(path), member.size());
    }
    throw new AccessDeniedException(path.toString(), null, "it is a folder");
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    if (!(of(folder).node() instanceof ArchiveNode.Folder node)) {
      throw new NotDirectoryException(folder.toString());
    }
    List<Path> paths = new ArrayList<>();
    for (String name : node.names()) {
      Path path = folder.resolve(Path.of(name));
      if (filter.accept(path)) {
        paths.add(path);
      }
    }
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return paths.iterator();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    of(path).node();
    if (Set.of(modes).contains(AccessMode.WRITE)) {
      throw new AccessDeniedException(path.toString());
    }
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    if (type != BasicFileAttributes.class) {
      throw new UnsupportedOperationException();
    }
    return type.cast(new ArchiveAttributes(of(path).node()));
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options)
      throws IOException {
    return Map.of("size", new ArchiveAttributes(of(path).node()).size());
  }

  @Override
  public <V extends FileAttributeView> @Nullable V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return null;
  }

  @Override
  public boolean isSameFile(Path path, Path other) {
    return path.equals(other);
  }

  @Override
  public boolean isHidden(Path path) {
    return String.valueOf(path.getFileName()).startsWith(".");
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    throw new NoSuchFileException(path.toString());
  }

  @Override
  public String getScheme() {
    return "penumbra-archive";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) {
    throw new ReadOnlyFileSystemException();
  }

  @Override
  public void delete(Path path) {
    throw new ReadOnlyFileSystemException();
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) {
    throw new ReadOnlyFileSystemException();
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) {
    throw new ReadOnlyFileSystemException();
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options) {
    throw new ReadOnlyFileSystemException();
  }
}
