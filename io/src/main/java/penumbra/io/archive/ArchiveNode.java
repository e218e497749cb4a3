package penumbra.io.archive;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A file or a folder in an archive.
sealed interface ArchiveNode {
  /// A file.
  ///
  /// @param entry its name as the archive spells it
  /// @param at where its content begins, in archives where that is known
  /// @param packed the bytes that it takes in the archive
  /// @param size the bytes of its content
  record Member(String entry, long at, long packed, long size) implements ArchiveNode {}

  /// A folder, by the names in it.
  final class Folder implements ArchiveNode {
    private final Map<String, ArchiveNode> nodes = new TreeMap<>();

    @Nullable ArchiveNode get(String name) {
      return nodes.get(name);
    }

    List<String> names() {
      return List.copyOf(nodes.keySet());
    }

    /// The folder of that name, created if it is missing; it replaces a file of that name.
    Folder enter(String name) {
      if (nodes.get(name) instanceof Folder folder) {
        return folder;
      }
      var folder = new Folder();
      nodes.put(name, folder);
      return folder;
    }

    /// Adds a file unless a folder has that name.
    void put(String name, Member member) {
      if (!(nodes.get(name) instanceof Folder)) {
        nodes.put(name, member);
      }
    }
  }
}
