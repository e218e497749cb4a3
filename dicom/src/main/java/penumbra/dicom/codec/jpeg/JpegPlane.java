package penumbra.dicom.codec.jpeg;

import penumbra.dicom.DicomException;

/// One component of a frame of 8 x 8 blocks: its size and, once decoded, its samples. It is padded
/// to whole units (MCUs) of the interleaved frame.
final class JpegPlane {
  /// Blocks across and down, in memory and in scans of several components.
  final int blocksAcross;

  final int blocksDown;

  /// Blocks across and down in a scan of only this component.
  final int ownAcross;

  final int ownDown;

  /// The size without padding.
  final int width;

  final int height;

  /// The samples, row by row, each row of `stride`.
  final short[] samples;

  final int stride;

  private JpegPlane(JpegFrame frame, int horizontal, int vertical, int unitsAcross, int unitsDown) {
    this.width = Math.ceilDiv(frame.width() * horizontal, frame.horizontal());
    this.height = Math.ceilDiv(frame.height() * vertical, frame.vertical());
    this.ownAcross = Math.ceilDiv(width, 8);
    this.ownDown = Math.ceilDiv(height, 8);
    this.blocksAcross = unitsAcross * horizontal;
    this.blocksDown = unitsDown * vertical;
    this.stride = 8 * blocksAcross;
    this.samples = new short[stride * 8 * blocksDown];
  }

  /// The planes of all components.
  ///
  /// @param leastBits the smallest number of bits of a block in the stream
  /// @param codedBytes the length of the stream, which must be enough for the frame
  static JpegPlane[] of(JpegFrame frame, int leastBits, int codedBytes) throws DicomException {
    int unitsAcross = unitsAcross(frame);
    int unitsDown = unitsDown(frame);
    long blocks = 0;
    for (JpegFrame.Component component : frame.components()) {
      long across = Math.ceilDiv(frame.width() * component.horizontal(), 8 * frame.horizontal());
      long down = Math.ceilDiv(frame.height() * component.vertical(), 8 * frame.vertical());
      blocks += across * down;
    }
    frame.checkLength(blocks, leastBits, codedBytes);
    long most = 64L * unitsAcross * frame.horizontal() * unitsDown * frame.vertical();
    if (most > Integer.MAX_VALUE - 8) {
      throw new DicomException(
          "must have fewer than 2^31 pixels in a JPEG frame",
          "has %d x %d".formatted(frame.height(), frame.width()),
          "ask its maker to store it in tiles");
    }
    return frame.components().stream()
        .map(of -> new JpegPlane(frame, of.horizontal(), of.vertical(), unitsAcross, unitsDown))
        .toArray(JpegPlane[]::new);
  }

  /// The width of the frame in units of interleaved components.
  static int unitsAcross(JpegFrame frame) {
    return Math.ceilDiv(frame.width(), 8 * frame.horizontal());
  }

  /// The height of the frame in units of interleaved components.
  static int unitsDown(JpegFrame frame) {
    return Math.ceilDiv(frame.height(), 8 * frame.vertical());
  }

  /// The index of a block's first sample in [#samples].
  int at(int blockRow, int blockColumn) {
    return blockRow * 8 * stride + blockColumn * 8;
  }

  /// Copies row `y`, or the nearest existing one, to `line` of length [#width].
  void row(int y, int[] line) {
    int from = Math.clamp(y, 0, height - 1) * stride;
    for (int x = 0; x < width; x++) {
      line[x] = samples[from + x];
    }
  }
}
