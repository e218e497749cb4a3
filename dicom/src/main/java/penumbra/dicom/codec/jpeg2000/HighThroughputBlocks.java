package penumbra.dicom.codec.jpeg2000;

import penumbra.dicom.DicomException;
import penumbra.dicom.codec.ebcot.BlockDecoder;
import penumbra.dicom.codec.htj2k.HtBlockDecoder;

/// Decodes high-throughput code-blocks from the segments that packets have brought.
final class HighThroughputBlocks {
  private final HtBlockDecoder decoder = new HtBlockDecoder();
  private byte[] bytes = new byte[1024];

  /// The doubled coefficients of `block`, row by row; the array is used again for the next one.
  ///
  /// @param planes the bit-planes of the sub-band
  int[] decode(CodeBlock block, int planes, int switches) throws DicomException {
    int length = 0;
    for (CodeBlock.Segment segment : block.segments) {
      length += segment.length;
    }
    if (bytes.length < length) {
      bytes = new byte[Math.max(length, 2 * bytes.length)];
    }
    int at = 0;
    for (CodeBlock.Segment segment : block.segments) {
      segment.copyTo(bytes, at);
      at += segment.length;
    }
    CodeBlock.Segment cleanup = block.segments.getFirst();
    boolean refined = block.segments.size() > 1;
    return decoder.decode(
        bytes,
        new HtBlockDecoder.Form(
            block.area.width(),
            block.area.height(),
            cleanup.length,
            length - cleanup.length,
            refined ? block.segments.getLast().passes : 0,
            planes,
            block.missingPlanes + block.skippedPlanes,
            (switches & BlockDecoder.CAUSAL) != 0));
  }
}
