package penumbra.datasets.run;

import java.nio.file.Path;

/// An image of a run.
///
/// @param file where it is
/// @param path its name in the tree of results, with `/` between folders; journal and manifest
///   identify it by this path
/// @param split the part of the set it belongs to: `train`, `val`, `test` or `none`
/// @param label its class, by its folder; empty if unknown
public record PlannedImage(Path file, String path, String split, String label) {
  /// The path as the system has it.
  Path relative() {
    return Path.of(path);
  }
}
