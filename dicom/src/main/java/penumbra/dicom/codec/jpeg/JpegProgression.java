package penumbra.dicom.codec.jpeg;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import penumbra.dicom.DicomException;

/// One progressive scan, T.81 G.1.2 and G.2: the bits that it adds to each block.
final class JpegProgression {
  private final JpegScan scan;
  private final JpegBits bits;
  private final @Nullable JpegHuffman[] dc;
  private final @Nullable JpegHuffman ac;
  private final int[] predictions;

  /// The number of further blocks that get nothing more in this scan.
  private int emptyBlocks;

  JpegProgression(JpegScan scan, JpegTables tables, JpegBits bits) throws DicomException {
    this.scan = scan;
    this.bits = bits;
    int n = scan.parts().size();
    this.predictions = new int[n];
    this.dc = new JpegHuffman[n];
    if (scan.start() == 0 && scan.high() == 0) {
      for (int i = 0; i < n; i++) {
        dc[i] = tables.dc(scan.parts().get(i).dc(), scan);
      }
    }
    this.ac = scan.start() == 0 ? null : tables.ac(scan.parts().getFirst().ac(), scan);
  }

  void restart() {
    Arrays.fill(predictions, 0);
    emptyBlocks = 0;
  }

  /// Updates the 64 coefficients from `at` on.
  void block(int part, short[] coefficients, int at) throws DicomException {
    if (ac == null) {
      first(part, coefficients, at);
    } else if (scan.high() == 0) {
      some(ac, coefficients, at);
    } else {
      refine(ac, coefficients, at);
    }
  }

  private void first(int part, short[] coefficients, int at) throws DicomException {
    JpegHuffman table = dc[part];
    if (table == null) {
      bits.fill();
      coefficients[at] |= (short) (bits.take(1) << scan.low());
      return;
    }
    predictions[part] += JpegSequential.difference(table, bits);
    coefficients[at] = (short) (predictions[part] << scan.low());
  }

  private void some(JpegHuffman table, short[] coefficients, int at) throws DicomException {
    if (emptyBlocks > 0) {
      emptyBlocks--;
      return;
    }
    int k = scan.start();
    while (k <= scan.end()) {
      bits.fill();
      int symbol = table.decode(bits);
      int size = symbol & 15;
      int run = symbol >> 4;
      if (size == 0 && run < 15) {
        emptyBlocks = (1 << run) - 1 + bits.take(run);
        return;
      }
      k += run;
      if (size != 0) {
        requireRoom(k);
        coefficients[at + k] = (short) (bits.signed(size) << scan.low());
      }
      k++;
    }
  }

  /// One more bit of the known coefficients, and new ones of magnitude 1 between them.
  private void refine(JpegHuffman table, short[] coefficients, int at) throws DicomException {
    int one = 1 << scan.low();
    int k = scan.start();
    if (emptyBlocks == 0) {
      while (k <= scan.end()) {
        bits.fill();
        int symbol = table.decode(bits);
        int run = symbol >> 4;
        int added = 0;
        if ((symbol & 15) != 0) {
          added = bits.take(1) == 1 ? one : -one;
        } else if (run < 15) {
          emptyBlocks = (1 << run) + bits.take(run);
          break;
        }
        k = pass(run, k, coefficients, at);
        if (added != 0) {
          requireRoom(k);
          coefficients[at + k] = (short) added;
        }
        k++;
      }
    }
    if (emptyBlocks > 0) {
      pass(64, k, coefficients, at);
      emptyBlocks--;
    }
  }

  /// Refines known coefficients from `k` on until it has passed `run` unknown ones; returns the
  /// index of the next unknown one.
  private int pass(int run, int k, short[] coefficients, int at) {
    int left = run;
    int place = k;
    while (place <= scan.end()) {
      int value = coefficients[at + place];
      if (value == 0) {
        if (left-- == 0) {
          break;
        }
      } else {
        refine(coefficients, at + place, value);
      }
      place++;
    }
    return place;
  }

  private void refine(short[] coefficients, int at, int value) {
    int one = 1 << scan.low();
    bits.fill();
    if (bits.take(1) == 1) {
      coefficients[at] = (short) (value > 0 ? value + one : value - one);
    }
  }

  private void requireRoom(int k) throws DicomException {
    if (k > scan.end()) {
      throw bits.damaged("must have at most 64 coefficients in a block", "has more");
    }
  }
}
