package penumbra.dicom.codec.jpeg2000;

import java.util.List;

/// The code-blocks of one resolution of one component that share packets, one packet per layer.
final class Precinct {
  /// Its code-blocks in one sub-band, row by row.
  static final class Part {
    final int across;
    final List<CodeBlock> blocks;
    final TagTree inclusion;
    final TagTree missingPlanes;

    Part(int across, int down, List<CodeBlock> blocks) {
      this.across = across;
      this.blocks = blocks;
      this.inclusion = new TagTree(across, down);
      this.missingPlanes = new TagTree(across, down);
    }
  }

  final int component;
  final int resolution;
  final int index;

  /// The position of its packets in the position-based orders.
  final long x;

  final long y;
  final int switches;
  final List<Part> parts;
  int layersRead;

  Precinct(
      int component, int resolution, int index, long x, long y, int switches, List<Part> parts) {
    this.component = component;
    this.resolution = resolution;
    this.index = index;
    this.x = x;
    this.y = y;
    this.switches = switches;
    this.parts = parts;
  }

  int resolution() {
    return resolution;
  }

  int component() {
    return component;
  }

  int index() {
    return index;
  }

  long x() {
    return x;
  }

  long y() {
    return y;
  }
}
