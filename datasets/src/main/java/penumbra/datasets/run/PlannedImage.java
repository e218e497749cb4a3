package penumbra.datasets.run;

import java.nio.file.Path;

/// An image that a run is to work on.
///
/// @param file where it is
/// @param path its name in the tree of results, with `/` between folders; stands for it in journal
///   and manifest
/// @param split the part of the set it belongs to: `train`, `val`, `test` or `none`
/// @param label the class it shows, by its folder; empty where none is known
public record PlannedImage(Path file, String path, String split, String label) {
  /// The path as the system has it.
  Path relative() {
    return Path.of(path);
  }
}
