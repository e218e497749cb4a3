package penumbra.dicom.codec.jpeg;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import penumbra.dicom.DicomException;
import penumbra.dicom.codec.frame.FrameForm;
import penumbra.dicom.codec.frame.Samples;

/// The progressive process, T.81 annex G: each scan gives some coefficients of all blocks, or one
/// more bit of them. All coefficients are kept until the last scan.
final class JpegProgressive implements JpegProcess {
  private final JpegFrame frame;
  private final JpegBlocks blocks;

  /// The coefficients of each component, 64 per block in zigzag order.
  private final short[][] coefficients;

  /// The quantization tables at the time of each component's first scan.
  private final int[] @Nullable [] quantization;

  /// For each component's coefficients, one more than the lowest known bit; 0 for none. It prevents
  /// a small stream from going through a large frame in scan after scan.
  private final byte[][] known;

  JpegProgressive(JpegFrame frame, FrameForm form, int codedBytes) throws DicomException {
    this.frame = frame;
    this.blocks = new JpegBlocks(frame, form, 1, codedBytes);
    int components = frame.components().size();
    this.known = new byte[components][64];
    this.quantization = new int[components][];
    this.coefficients = new short[components][];
    for (int i = 0; i < components; i++) {
      coefficients[i] = new short[blocks.plane(i).samples.length];
    }
  }

  @Override
  public void scan(JpegScan scan, JpegTables tables, JpegBits bits) throws DicomException {
    check(scan);
    progress(scan);
    for (JpegScan.Part part : scan.parts()) {
      if (quantization[part.component()] == null) {
        int number = frame.components().get(part.component()).quantization();
        quantization[part.component()] = tables.quantization(number, scan);
      }
    }
    JpegProgression progression = new JpegProgression(scan, tables, bits);
    blocks.walk(
        scan,
        tables.restartInterval(),
        bits,
        new JpegBlocks.Decoder() {
          @Override
          public void block(int part, int blockRow, int blockColumn) throws DicomException {
            int component = scan.parts().get(part).component();
            progression.block(part, coefficients[component], at(component, blockRow, blockColumn));
          }

          @Override
          public void restart() {
            progression.restart();
          }
        });
  }

  private static void check(JpegScan scan) throws DicomException {
    boolean first = scan.start() == 0;
    boolean sound =
        first
            ? scan.end() == 0
            : scan.end() >= scan.start() && scan.end() < 64 && scan.parts().size() == 1;
    if (!sound || scan.low() > 13 || (scan.high() != 0 && scan.high() != scan.low() + 1)) {
      throw SegmentReader.damaged(
          "must have progressive scans of coefficient 0, or of some of 1 to 63 of one component,"
              + " bit by bit",
          "has one of %d to %d of %d components, bits %d to %d"
              .formatted(scan.start(), scan.end(), scan.parts().size(), scan.high(), scan.low()),
          scan.at());
    }
  }

  /// Records which bits the scan gives: each only once, from high to low.
  private void progress(JpegScan scan) throws DicomException {
    for (JpegScan.Part part : scan.parts()) {
      byte[] bits = known[part.component()];
      for (int k = scan.start(); k <= scan.end(); k++) {
        boolean next = scan.high() == 0 ? bits[k] == 0 : bits[k] == scan.high() + 1;
        if (!next) {
          throw SegmentReader.damaged(
              "must give each bit of a coefficient once", "repeats or omits one", scan.at());
        }
        bits[k] = (byte) (scan.low() + 1);
      }
    }
  }

  private int at(int component, int blockRow, int blockColumn) {
    return (blockRow * blocks.plane(component).blocksAcross + blockColumn) * 64;
  }

  @Override
  public Samples finish() throws DicomException {
    InverseDct transform = new InverseDct(frame.precision());
    int[] block = new int[64];
    for (int component = 0; component < coefficients.length; component++) {
      int[] factors = quantization[component];
      if (factors == null) {
        throw new DicomException(
            "must have scans of all %d components".formatted(coefficients.length),
            "lacks those of number " + (component + 1),
            "copy the file again, or ask its maker for a sound one");
      }
      JpegPlane plane = blocks.plane(component);
      for (int row = 0; row < plane.blocksDown; row++) {
        for (int column = 0; column < plane.blocksAcross; column++) {
          int from = at(component, row, column);
          Arrays.fill(block, 0);
          for (int k = 0; k < 64; k++) {
            block[JpegBlocks.ZIGZAG[k]] = coefficients[component][from + k] * factors[k];
          }
          transform.transform(block, false, plane.samples, plane.at(row, column), plane.stride);
        }
      }
    }
    return blocks.samples();
  }
}
