package penumbra.dicom.codec.jpegls;

import java.util.Arrays;
import penumbra.dicom.DicomException;
import penumbra.dicom.codec.frame.SampleRows;

/// Decodes the lines of one scan.
///
/// ```
/// int behind = new JpegLsScanDecoder(frame, scan, preset, interval).decode(coded, from, rows);
/// ```
///
/// The neighbours of a sample `x` determine its coding:
///
///     c b d
///     a x
///
/// Lines have one additional element at each end: on the left the first sample of the line above,
/// on the right the last sample again. Above the first line there are zeros. T.87, A.2.1.
final class JpegLsScanDecoder {
  private final JpegLsFrame frame;
  private final JpegLsScan scan;
  private final JpegLsPreset preset;
  private final int restartInterval;
  private final JpegLsGradients gradients;
  private final int width;
  private final int[][] above;
  private final int[][] lines;
  private final int[] contexts;

  /// @param restartInterval the number of lines between restart markers; 0 for none
  JpegLsScanDecoder(JpegLsFrame frame, JpegLsScan scan, JpegLsPreset preset, int restartInterval) {
    this.frame = frame;
    this.scan = scan;
    this.preset = preset;
    this.restartInterval = restartInterval == 0 ? frame.height() : restartInterval;
    gradients = new JpegLsGradients(preset, scan.near());
    width = frame.width();
    int count = scan.bands().size();
    above = new int[count][width + 2];
    lines = new int[count][width + 2];
    contexts = new int[count];
  }

  /// Decodes the scan that begins at byte `from` into `rows`, and returns the position of the next
  /// marker.
  int decode(byte[] coded, int from, SampleRows rows) throws DicomException {
    int at = from;
    int first = 0;
    for (int restarts = 0; ; restarts++) {
      int last = (int) Math.min(frame.height(), (long) first + restartInterval);
      var bits = new JpegLsBits(coded, at);
      decode(bits, first, last, rows);
      at = bits.end();
      if (last == frame.height()) {
        return at;
      }
      at = behindRestart(coded, at, restarts % 8);
      first = last;
    }
  }

  private void decode(JpegLsBits bits, int first, int last, SampleRows rows) throws DicomException {
    var model = new JpegLsModel(bits, preset, scan.near());
    JpegLsRun[] runs = new JpegLsRun[lines.length];
    Arrays.setAll(runs, i -> new JpegLsRun());
    for (int[] line : lines) {
      Arrays.fill(line, 0);
    }
    for (int row = first; row < last; row++) {
      for (int i = 0; i < lines.length; i++) {
        advance(i);
      }
      if (scan.byPixel()) {
        decodePixels(model, runs[0]);
      } else {
        for (int i = 0; i < lines.length; i++) {
          decodeLine(model, runs[i], above[i], lines[i]);
        }
      }
      if (bits.isExhausted()) {
        throw bits.cut();
      }
      for (int i = 0; i < lines.length; i++) {
        rows.put(row, scan.bands().get(i), lines[i]);
      }
    }
  }

  /// Makes the decoded line the line above.
  private void advance(int i) {
    int[] done = lines[i];
    lines[i] = above[i];
    above[i] = done;
    done[width + 1] = done[width];
    lines[i][0] = done[1];
  }

  private void decodeLine(JpegLsModel model, JpegLsRun run, int[] above, int[] line)
      throws DicomException {
    int x = 1;
    while (x <= width) {
      int a = line[x - 1];
      int b = above[x];
      int c = above[x - 1];
      int d = above[x + 1];
      int context = gradients.context(d - b, b - c, c - a);
      if (context != 0) {
        line[x] = model.regular(context, prediction(a, b, c));
        x++;
      } else {
        int length = model.runLength(run, width + 1 - x);
        Arrays.fill(line, x, x + length, a);
        x += length;
        if (x <= width) {
          line[x] = model.interruption(run, a, above[x]);
          run.interrupt();
          x++;
        }
      }
    }
  }

  private void decodePixels(JpegLsModel model, JpegLsRun run) throws DicomException {
    int x = 1;
    while (x <= width) {
      if (!inRun(x)) {
        for (int i = 0; i < lines.length; i++) {
          int prediction = prediction(lines[i][x - 1], above[i][x], above[i][x - 1]);
          lines[i][x] = model.regular(contexts[i], prediction);
        }
        x++;
      } else {
        int begin = x;
        x += model.runLength(run, width + 1 - x);
        for (int[] line : lines) {
          Arrays.fill(line, begin, x, line[begin - 1]);
        }
        if (x <= width) {
          for (int i = 0; i < lines.length; i++) {
            lines[i][x] = model.interruptionOfPixel(run, lines[i][x - 1], above[i][x]);
          }
          run.interrupt();
          x++;
        }
      }
    }
  }

  /// Finds the contexts of the samples at `x`, and whether the surroundings of all of them are
  /// flat.
  private boolean inRun(int x) {
    boolean flat = true;
    for (int i = 0; i < lines.length; i++) {
      int b = above[i][x];
      int c = above[i][x - 1];
      contexts[i] = gradients.context(above[i][x + 1] - b, b - c, c - lines[i][x - 1]);
      flat &= contexts[i] == 0;
    }
    return flat;
  }

  /// The median of the two neighbours and of the plane through them: the neighbour across an edge,
  /// or the plane.
  private static int prediction(int a, int b, int c) {
    int least = Math.min(a, b);
    int most = Math.max(a, b);
    return Math.max(least, Math.min(a + b - c, most));
  }

  private static int behindRestart(byte[] coded, int at, int number) throws DicomException {
    JpegLsSegment restart = JpegLsSegment.at(coded, at);
    if (restart.marker() != JpegLsSegment.FIRST_RESTART + number) {
      throw restart.bad("should be %02X".formatted(JpegLsSegment.FIRST_RESTART + number));
    }
    return restart.end();
  }
}
