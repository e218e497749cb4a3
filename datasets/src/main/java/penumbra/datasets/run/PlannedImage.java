package penumbra.datasets.run;

import java.nio.file.Path;

/// An image of a run.
///
/// @param file the file
/// @param path its name in the tree of results, with `/` between folders; journal and manifest
///   identify it by this path
/// @param split the part of the set it belongs to: `train`, `val`, `test` or `none`
/// @param label its class, according to its folder; empty if unknown
public record PlannedImage(Path file, String path, String split, String label) {
  /// The path in the form of the operating system.
  Path relative() {
    return Path.of(path);
  }
}
