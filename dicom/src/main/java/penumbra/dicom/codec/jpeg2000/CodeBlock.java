package penumbra.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import penumbra.dicom.codec.ebcot.BlockDecoder;
import penumbra.dicom.codec.ebcot.CodedSegment;

/// A rectangle of coefficients that is coded separately, and its data from packets so far.
final class CodeBlock {
  /// One that packets fill part by part.
  static final class Segment implements CodedSegment {
    final int maxPasses;
    int passes;
    int length;
    final List<Input> parts = new ArrayList<>(1);

    Segment(int maxPasses) {
      this.maxPasses = maxPasses;
    }

    @Override
    public int passes() {
      return passes;
    }

    @Override
    public int length() {
      return length;
    }

    @Override
    public void copyTo(byte[] target, int from) {
      int at = from;
      for (Input part : parts) {
        part.copyTo(target, at);
        at += part.remaining();
      }
    }
  }

  private static final int FIRST_LENGTH_BITS = 3;

  final TileArea area;
  final List<Segment> segments = new ArrayList<>(0);
  int missingPlanes;
  int lengthBits = FIRST_LENGTH_BITS;
  boolean included;

  /// All passes so far of a high-throughput block, placeholders too.
  int passes;

  /// The bit-planes above the last set of a high-throughput block that placeholders and earlier
  /// sets stand for.
  int skippedPlanes;

  /// Whether the cleanup pass of that set has no bytes.
  boolean isSetEmpty;

  /// Whether a block of a mixed component is one of part 1.
  boolean isOfPart1;

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
