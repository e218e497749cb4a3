package penumbra.io.archive;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/// The attributes of a member: whether it is a folder, and its size. Times are ignored.
record ArchiveAttributes(ArchiveNode node) implements BasicFileAttributes {
  private static final FileTime NEVER = FileTime.fromMillis(0);

  @Override
  public FileTime lastModifiedTime() {
    return NEVER;
  }

  @Override
  public FileTime lastAccessTime() {
    return NEVER;
  }

  @Override
  public FileTime creationTime() {
    return NEVER;
  }

  @Override
  public boolean isRegularFile() {
    return node instanceof ArchiveNode.Member;
  }

  @Override
  public boolean isDirectory() {
    return node instanceof ArchiveNode.Folder;
  }

  @Override
  public boolean isSymbolicLink() {
    return false;
  }

  @Override
  public boolean isOther() {
    return false;
  }

  @Override
  public long size() {
    return node instanceof ArchiveNode.Member member ? member.size() : 0;
  }

  @Override
  public @Nullable Object fileKey() {
    return null;
  }
}
