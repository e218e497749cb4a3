package penumbra.dicom.codec.jpeg2000;

import java.util.List;
import penumbra.dicom.DicomException;
import penumbra.dicom.codec.ebcot.BlockDecoder;

/// What a packet header says of the passes of a high-throughput code-block, T.814 annex B. Its
/// passes come in sets of three: a cleanup pass, which is a segment, then significance propagation
/// and magnitude refinement, which share another. Sets before the first byte are placeholders: each
/// stands for a bit-plane. A later set says all that an earlier one said, so only the last one is
/// kept.
final class HighThroughputPasses {
  private static final int SET = 3;
  private static final int FIRST_LENGTH_BITS = 3;

  private final PacketBits bits;
  private final List<CodeBlock.Segment> segments;
  private final List<Integer> lengths;

  /// @param segments takes the segments whose bytes the packet brings
  /// @param lengths takes the number of these bytes
  HighThroughputPasses(PacketBits bits, List<CodeBlock.Segment> segments, List<Integer> lengths) {
    this.bits = bits;
    this.segments = segments;
    this.lengths = lengths;
  }

  /// Reads the lengths of the next `passes` passes of `block`.
  ///
  /// @param mixed whether it may turn out to be a block of part 1
  void read(CodeBlock block, int passes, boolean mixed) throws DicomException {
    if (!block.segments.isEmpty()) {
      readNext(block, passes);
      return;
    }
    int refining = (block.passes + passes - 1) % SET;
    int upToCleanup = Math.max(0, passes - refining);
    int counted = upToCleanup > 0 ? upToCleanup : passes;
    int bitsRead = block.lengthBits + log2(counted);
    bits.checkLength(block.lengthBits + log2(passes));
    int length = bits.length(bitsRead);
    if (length > 0 && upToCleanup > 0 && (!mixed || isCleanup(block, length, bitsRead))) {
      block.passes += upToCleanup - 1;
      startSet(block, length);
      readNext(block, refining);
      return;
    }
    // As in part 1, the number of bits depends on all passes.
    int more = log2(passes) - log2(counted);
    length = (length << more) | bits.length(more);
    block.passes += passes;
    if (length > 0) {
      if (!mixed) {
        throw CodestreamErrors.of("has a code-block of placeholders with " + length + " bytes");
      }
      block.isOfPart1 = true;
      CodeBlock.Segment segment = block.open(0);
      segment.passes = block.passes;
      add(segment, length);
    }
  }

  /// Whether a length in a mixed component is that of a cleanup pass: then its first bit is 0,
  /// which a block of part 1 avoids.
  private static boolean isCleanup(CodeBlock block, int length, int bitsRead) {
    return block.lengthBits > FIRST_LENGTH_BITS && length > 1 && length >> (bitsRead - 1) == 0;
  }

  /// Passes behind the first cleanup pass.
  private void readNext(CodeBlock block, int passes) throws DicomException {
    int left = passes;
    while (left > 0) {
      int ofSet = block.passes % SET;
      if (ofSet == 0) {
        int length = bits.length(block.lengthBits);
        if (length > 0) {
          startSet(block, length);
        } else {
          block.passes++;
          block.isSetEmpty = true;
        }
        left--;
      } else {
        int now = Math.min(left, SET - ofSet);
        addRefinement(block, now, bits.length(block.lengthBits + now - 1));
        left -= now;
      }
    }
  }

  private void startSet(CodeBlock block, int length) {
    block.segments.clear();
    block.skippedPlanes = block.passes / SET;
    block.isSetEmpty = false;
    CodeBlock.Segment cleanup = block.open(BlockDecoder.TERMINATE_EACH);
    cleanup.passes = 1;
    block.passes++;
    add(cleanup, length);
  }

  private void addRefinement(CodeBlock block, int passes, int length) throws DicomException {
    block.passes += passes;
    if (block.isSetEmpty) {
      if (length > 0) {
        throw CodestreamErrors.of(
            "has a code-block with " + length + " bytes that refine an empty cleanup pass");
      }
      return;
    }
    if (block.segments.size() == 1) {
      block.segments.add(new CodeBlock.Segment(2));
    }
    CodeBlock.Segment refinement = block.segments.getLast();
    refinement.passes += passes;
    add(refinement, length);
  }

  private void add(CodeBlock.Segment segment, int length) {
    segments.add(segment);
    lengths.add(length);
  }

  private static int log2(int n) {
    return 31 - Integer.numberOfLeadingZeros(n);
  }
}
