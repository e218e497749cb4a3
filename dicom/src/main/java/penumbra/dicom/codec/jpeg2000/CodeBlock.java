package penumbra.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/// A rectangle of coefficients that is coded separately, and its data from packets so far.
final class CodeBlock {
  /// A segment of coded bytes, after which the arithmetic coder restarts.
  static final class Segment {
    final int maxPasses;
    int passes;
    int length;
    final List<Input> parts = new ArrayList<>(1);

    Segment(int maxPasses) {
      this.maxPasses = maxPasses;
    }
  }

  private static final int FIRST_LENGTH_BITS = 3;

  final TileArea area;
  final List<Segment> segments = new ArrayList<>(0);
  int missingPlanes;
  int lengthBits = FIRST_LENGTH_BITS;
  boolean included;

  CodeBlock(TileArea area) {
    this.area = area;
  }

  /// The segment that the next pass belongs to.
  Segment open(int switches) {
    if (!segments.isEmpty()) {
      Segment last = segments.getLast();
      if (last.passes < last.maxPasses) {
        return last;
      }
    }
    Segment segment = new Segment(maxPasses(switches));
    segments.add(segment);
    return segment;
  }

  private int maxPasses(int switches) {
    if ((switches & BlockDecoder.TERMINATE_EACH) != 0) {
      return 1;
    }
    if ((switches & BlockDecoder.BYPASS) == 0) {
      return Integer.MAX_VALUE;
    }
    if (segments.isEmpty()) {
      return BlockDecoder.PASSES_BEFORE_BYPASS;
    }
    return segments.getLast().maxPasses == 2 ? 1 : 2;
  }
}
