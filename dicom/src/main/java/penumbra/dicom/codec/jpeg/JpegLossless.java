package penumbra.dicom.codec.jpeg;

import penumbra.dicom.DicomException;
import penumbra.dicom.codec.frame.FrameForm;
import penumbra.dicom.codec.frame.Samples;

/// Lossless processes, T.81 annex H: each sample is coded as its difference, modulo 2^16, from a
/// prediction by its neighbours to the left and above.
final class JpegLossless implements JpegProcess {
  private final JpegFrame frame;
  private final JpegScanOnce done;
  private final JpegOutput output;

  JpegLossless(JpegFrame frame, FrameForm form, int codedBytes) throws DicomException {
    boolean sampled = frame.components().size() > 1 && frame.horizontal() * frame.vertical() > 1;
    if (sampled) {
      throw new DicomException(
          "must have all components of a lossless JPEG frame at full size",
          "has sampling factors of up to " + frame.horizontal() + " x " + frame.vertical(),
          "convert it with the software that wrote it");
    }
    frame.checkLength(form.samples(), 1, codedBytes);
    this.frame = frame;
    this.done = new JpegScanOnce(frame);
    this.output = new JpegOutput(frame, form);
  }

  @Override
  public void scan(JpegScan scan, JpegTables tables, JpegBits bits) throws DicomException {
    done.begin(scan);
    int predictor = scan.start();
    if (predictor < 1 || predictor > 7 || scan.low() >= frame.precision()) {
      throw SegmentReader.damaged(
          "must have a predictor of 1 to 7 and a point transform below its "
              + frame.precision()
              + " bits",
          "has " + predictor + " and " + scan.low(),
          scan.at());
    }
    int rowsBetween = rowsBetweenRestarts(scan, tables.restartInterval());
    int n = scan.parts().size();
    JpegHuffman[] huffman = new JpegHuffman[n];
    for (int i = 0; i < n; i++) {
      huffman[i] = tables.dc(scan.parts().get(i).dc(), scan);
    }
    int first = 1 << (frame.precision() - scan.low() - 1);
    int[][] above = new int[n][frame.width()];
    int[][] line = new int[n][frame.width()];
    int restarts = 0;
    for (int y = 0; y < frame.height(); y++) {
      if (y > 0 && y % rowsBetween == 0) {
        bits.restart(restarts++ & 7);
      }
      differences(huffman, line, bits);
      for (int i = 0; i < n; i++) {
        if (y % rowsBetween == 0) {
          JpegPrediction.firstRow(line[i], first);
        } else {
          JpegPrediction.row(predictor, line[i], above[i]);
        }
        output.row(y, scan.parts().get(i).component(), line[i], scan.low());
      }
      int[][] next = above;
      above = line;
      line = next;
    }
  }

  /// Restarts come only after whole rows, T.81 H.1.1.
  private int rowsBetweenRestarts(JpegScan scan, int interval) throws DicomException {
    if (interval % frame.width() != 0) {
      throw SegmentReader.damaged(
          "must restart after whole rows of " + frame.width() + " pixels",
          "does so after " + interval,
          scan.at());
    }
    return interval == 0 ? Integer.MAX_VALUE : interval / frame.width();
  }

  /// Fills the lines with the coded differences of the next row, pixel by pixel.
  private static void differences(JpegHuffman[] huffman, int[][] lines, JpegBits bits)
      throws DicomException {
    int width = lines[0].length;
    for (int x = 0; x < width; x++) {
      for (int i = 0; i < lines.length; i++) {
        bits.fill();
        int size = huffman[i].decode(bits);
        if (size > 16) {
          throw bits.damaged("must have differences of at most 16 bits", "has one of " + size);
        }
        // The largest difference has no further bits, T.81 H.1.2.2.
        lines[i][x] = size == 16 ? 1 << 15 : bits.signed(size);
      }
    }
    bits.checkEnd();
  }

  @Override
  public Samples finish() throws DicomException {
    done.checkAll();
    return output.samples();
  }
}
