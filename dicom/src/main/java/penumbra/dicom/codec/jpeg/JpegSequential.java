package penumbra.dicom.codec.jpeg;

import java.util.Arrays;
import penumbra.dicom.DicomException;
import penumbra.dicom.codec.frame.FrameForm;
import penumbra.dicom.codec.frame.Samples;

/// Baseline and extended sequential processes, T.81 annex F: each block is decoded at once. The
/// coefficient range in a scan header is ignored, because it can have only one value and some files
/// have another.
final class JpegSequential implements JpegProcess {
  private final JpegFrame frame;
  private final JpegBlocks blocks;
  private final JpegScanOnce done;
  private final InverseDct transform;
  private final int[] coefficients = new int[64];

  JpegSequential(JpegFrame frame, FrameForm form, int codedBytes) throws DicomException {
    this.frame = frame;
    // A code for the first coefficient and one for the end of the block.
    this.blocks = new JpegBlocks(frame, form, 2, codedBytes);
    this.done = new JpegScanOnce(frame);
    this.transform = new InverseDct(frame.precision());
  }

  @Override
  public void scan(JpegScan scan, JpegTables tables, JpegBits bits) throws DicomException {
    done.begin(scan);
    Part[] parts = new Part[scan.parts().size()];
    for (int i = 0; i < parts.length; i++) {
      JpegScan.Part part = scan.parts().get(i);
      int quantization = frame.components().get(part.component()).quantization();
      parts[i] =
          new Part(
              blocks.plane(part.component()),
              tables.quantization(quantization, scan),
              tables.dc(part.dc(), scan),
              tables.ac(part.ac(), scan));
    }
    int[] predictions = new int[parts.length];
    blocks.walk(
        scan,
        tables.restartInterval(),
        bits,
        new JpegBlocks.Decoder() {
          @Override
          public void block(int part, int blockRow, int blockColumn) throws DicomException {
            Part of = parts[part];
            predictions[part] += difference(of.dc, bits);
            boolean flat = decode(of, predictions[part], bits);
            JpegPlane plane = of.plane;
            transform.transform(
                coefficients, flat, plane.samples, plane.at(blockRow, blockColumn), plane.stride);
          }

          @Override
          public void restart() {
            Arrays.fill(predictions, 0);
          }
        });
  }

  /// The state of a component during a scan.
  private static final class Part {
    private final JpegPlane plane;
    private final int[] quantization;
    private final JpegHuffman dc;
    private final JpegHuffman ac;

    Part(JpegPlane plane, int[] quantization, JpegHuffman dc, JpegHuffman ac) {
      this.plane = plane;
      this.quantization = quantization;
      this.dc = dc;
      this.ac = ac;
    }
  }

  /// The difference between the first coefficient and that of the component's last block.
  static int difference(JpegHuffman table, JpegBits bits) throws DicomException {
    bits.fill();
    int size = table.decode(bits);
    if (size > 15) {
      throw bits.damaged("must have differences of at most 15 bits", "has one of " + size);
    }
    return bits.signed(size);
  }

  /// Fills [#coefficients] and returns whether there is only the first.
  private boolean decode(Part part, int first, JpegBits bits) throws DicomException {
    int[] quantization = part.quantization;
    Arrays.fill(coefficients, 0);
    coefficients[0] = first * quantization[0];
    boolean flat = true;
    int k = 1;
    while (k < 64) {
      bits.fill();
      int symbol = part.ac.decode(bits);
      int size = symbol & 15;
      int run = symbol >> 4;
      if (size == 0) {
        if (run != 15) {
          break;
        }
        k += 16;
        continue;
      }
      k += run;
      if (k > 63) {
        throw bits.damaged("must have 64 coefficients in a block", "has more");
      }
      coefficients[JpegBlocks.ZIGZAG[k]] = bits.signed(size) * quantization[k];
      flat = false;
      k++;
    }
    return flat;
  }

  @Override
  public Samples finish() throws DicomException {
    done.checkAll();
    return blocks.samples();
  }
}
