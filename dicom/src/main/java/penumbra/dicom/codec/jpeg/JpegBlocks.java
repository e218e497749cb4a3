package penumbra.dicom.codec.jpeg;

import penumbra.dicom.DicomException;
import penumbra.dicom.codec.frame.FrameForm;
import penumbra.dicom.codec.frame.Samples;

/// The common part of the processes with 8 x 8 blocks: the order of blocks in a scan, with its
/// restarts, and the conversion of decoded planes to samples.
final class JpegBlocks {
  /// The action for each block of a scan.
  interface Decoder {
    /// Decodes the next block.
    ///
    /// @param part the index of the component in the scan
    void block(int part, int blockRow, int blockColumn) throws DicomException;

    /// Resets the state that comes from earlier blocks.
    void restart();
  }

  /// T.81 figure A.6: converts the coded order of coefficients to row order.
  static final int[] ZIGZAG = {
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
    13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59,
    52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63
  };

  private final JpegFrame frame;
  private final FrameForm form;
  private final JpegPlane[] planes;

  /// @param leastBits the smallest number of bits of a block in the stream
  JpegBlocks(JpegFrame frame, FrameForm form, int leastBits, int codedBytes) throws DicomException {
    this.frame = frame;
    this.form = form;
    this.planes = JpegPlane.of(frame, leastBits, codedBytes);
  }

  JpegPlane plane(int component) {
    return planes[component];
  }

  /// Goes through all blocks of a scan in order, T.81 A.2.
  void walk(JpegScan scan, int restartInterval, JpegBits bits, Decoder decoder)
      throws DicomException {
    boolean alone = scan.parts().size() == 1;
    JpegPlane first = planes[scan.parts().getFirst().component()];
    int across = alone ? first.ownAcross : JpegPlane.unitsAcross(frame);
    int down = alone ? first.ownDown : JpegPlane.unitsDown(frame);
    int left = restartInterval;
    int restarts = 0;
    for (int row = 0; row < down; row++) {
      for (int column = 0; column < across; column++) {
        if (restartInterval > 0 && left-- == 0) {
          bits.restart(restarts++ & 7);
          decoder.restart();
          left = restartInterval - 1;
        }
        if (alone) {
          decoder.block(0, row, column);
        } else {
          unit(scan, row, column, decoder);
        }
        bits.checkEnd();
      }
    }
  }

  private void unit(JpegScan scan, int row, int column, Decoder decoder) throws DicomException {
    for (int part = 0; part < scan.parts().size(); part++) {
      var component = frame.components().get(scan.parts().get(part).component());
      int horizontal = component.horizontal();
      int vertical = component.vertical();
      for (int y = 0; y < vertical; y++) {
        for (int x = 0; x < horizontal; x++) {
          decoder.block(part, row * vertical + y, column * horizontal + x);
        }
      }
    }
  }

  /// The samples of all planes, at the frame's size.
  Samples samples() {
    JpegOutput output = new JpegOutput(frame, form);
    int[] line = new int[frame.width()];
    for (int band = 0; band < planes.length; band++) {
      var upsampling = new JpegUpsampling(frame, frame.components().get(band), planes[band]);
      for (int y = 0; y < frame.height(); y++) {
        upsampling.row(y, line);
        output.row(y, band, line, 0);
      }
    }
    return output.samples();
  }
}
