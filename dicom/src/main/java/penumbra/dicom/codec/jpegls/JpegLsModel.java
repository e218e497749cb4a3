package penumbra.dicom.codec.jpegls;

import penumbra.dicom.DicomException;

/// Decodes the samples of one range of lines, one after the other, and adapts each context to its
/// samples.
///
/// ```
/// int sample = model.regular(gradients.context(d - b, b - c, c - a), prediction);
/// ```
///
/// The names in comments are those of T.87, annex A.
final class JpegLsModel {
  private static final int CONTEXTS = 365;

  /// The contexts of the samples that end a run: one if the samples to the left and above differ,
  /// one if they do not.
  private static final int INTERRUPTED = CONTEXTS;

  // The variables of a context are adjacent.
  private static final int SIZE = 4;
  private static final int MAGNITUDES = 0; // A
  private static final int SUM = 1; // B; for interrupted runs: Nn, the number of negative errors
  private static final int CORRECTION = 2; // C
  private static final int COUNT = 3; // N

  private static final int LEAST_CORRECTION = -128;
  private static final int MOST_CORRECTION = 127;

  /// J: the binary logarithms of the lengths that one bit of a run represents.
  private static final byte[] RUN_ORDERS = {
    0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13,
    14, 15
  };

  private final JpegLsBits bits;
  private final int maximum;
  private final int reset;
  private final int near;
  private final int step;
  private final int span;
  private final int errorBits;
  private final int largestError;
  private final int longestPrefix;
  private final int[] contexts = new int[SIZE * (CONTEXTS + 2)];

  JpegLsModel(JpegLsBits bits, JpegLsPreset preset, int near) {
    this.bits = bits;
    this.near = near;
    maximum = preset.maximum();
    reset = preset.reset();
    step = 2 * near + 1;
    int range = (maximum + 2 * near) / step + 1;
    span = range * step;
    errorBits = bitsFor(range - 1);
    largestError = 1 << errorBits;
    int sampleBits = Math.max(2, bitsFor(maximum));
    int limit = 2 * (sampleBits + Math.max(8, sampleBits));
    longestPrefix = limit - errorBits - 1;
    int magnitude = Math.max(2, (range + 32) / 64);
    for (int i = 0; i < contexts.length; i += SIZE) {
      contexts[i + MAGNITUDES] = magnitude;
      contexts[i + COUNT] = 1;
    }
  }

  /// Decodes the next sample outside a run. A.4 to A.6.
  ///
  /// @param signedContext the context from [JpegLsGradients]
  /// @param prediction the value predicted from its neighbours
  int regular(int signedContext, int prediction) throws DicomException {
    int sign = signedContext >> 31; // 0, or -1, which negates everything
    int at = SIZE * negatedIf(sign, signedContext);
    int count = contexts[at + COUNT];
    int magnitudes = contexts[at + MAGNITUDES];
    int sum = contexts[at + SUM];
    int k = golombParameter(magnitudes, count);
    int expected = clamp(prediction + negatedIf(sign, contexts[at + CORRECTION]));
    int code = bits.golomb(k, longestPrefix, errorBits);
    if (Integer.compareUnsigned(code, largestError) > 0) {
      throw bits.damage();
    }
    int error = (code >>> 1) ^ -(code & 1);
    if (k == 0 && near == 0 && 2 * sum <= -count) {
      error = ~error;
    }
    learn(at, magnitudes + Math.abs(error), sum + error * step, count);
    return reconstructed(expected, negatedIf(sign, error));
  }

  private void learn(int at, int magnitudes, int sum, int count) {
    if (count == reset) {
      magnitudes >>= 1;
      sum >>= 1;
      count >>= 1;
    }
    count++;
    int correction = contexts[at + CORRECTION];
    if (sum <= -count) {
      sum = Math.max(sum + count, 1 - count);
      correction = Math.max(correction - 1, LEAST_CORRECTION);
    } else if (sum > 0) {
      sum = Math.min(sum - count, 0);
      correction = Math.min(correction + 1, MOST_CORRECTION);
    }
    contexts[at + MAGNITUDES] = magnitudes;
    contexts[at + SUM] = sum;
    contexts[at + CORRECTION] = correction;
    contexts[at + COUNT] = count;
  }

  /// Reads how many of the `left` remaining samples of a line repeat the previous one. If it is
  /// fewer than all, [#interruption] returns the sample after them. A.7.1.
  int runLength(JpegLsRun run, int left) throws DicomException {
    int length = 0;
    while (bits.read(1) == 1) {
      int whole = 1 << RUN_ORDERS[run.index];
      if (length + whole <= left && run.index < RUN_ORDERS.length - 1) {
        run.index++;
      }
      length += whole;
      if (length >= left) {
        return left;
      }
    }
    length += bits.read(RUN_ORDERS[run.index]);
    if (length >= left) {
      throw bits.damage();
    }
    return length;
  }

  /// The sample that ends a run between `left` and `above`, in a scan with one component per line.
  int interruption(JpegLsRun run, int left, int above) throws DicomException {
    boolean level = Math.abs(left - above) <= near;
    int error = interruptionError(run, level ? 1 : 0);
    return reconstructed(level ? left : above, !level && left > above ? -error : error);
  }

  /// The same for one of the samples of a pixel.
  int interruptionOfPixel(JpegLsRun run, int left, int above) throws DicomException {
    int error = interruptionError(run, 0);
    return reconstructed(above, left > above ? -error : error);
  }

  /// A.7.2.
  private int interruptionError(JpegLsRun run, int level) throws DicomException {
    int at = SIZE * (INTERRUPTED + level);
    int count = contexts[at + COUNT];
    int magnitudes = contexts[at + MAGNITUDES];
    int negatives = contexts[at + SUM];
    int k = golombParameter(magnitudes + (level == 0 ? 0 : count >> 1), count);
    int code = bits.golomb(k, longestPrefix - RUN_ORDERS[run.index] - 1, errorBits);
    if (Integer.compareUnsigned(code, largestError) > 0) {
      throw bits.damage();
    }
    boolean odd = ((code + level) & 1) == 1;
    boolean oddIsNegative = k != 0 || 2 * negatives >= count;
    int magnitude = (code + level + 1) / 2;
    boolean negative = magnitude != 0 && odd == oddIsNegative;
    magnitudes += (code + 1 - level) >> 1;
    negatives += negative ? 1 : 0;
    if (count == reset) {
      magnitudes >>= 1;
      negatives >>= 1;
      count >>= 1;
    }
    contexts[at + MAGNITUDES] = magnitudes;
    contexts[at + SUM] = negatives;
    contexts[at + COUNT] = count + 1;
    return negative ? -magnitude : magnitude;
  }

  /// The least k for which count * 2^k reaches `magnitudes`.
  private static int golombParameter(int magnitudes, int count) {
    int k =
        Math.max(0, Integer.numberOfLeadingZeros(count) - Integer.numberOfLeadingZeros(magnitudes));
    return count << k < magnitudes ? k + 1 : k;
  }

  /// Errors are coded modulo the range of samples, and samples stay within it.
  private int reconstructed(int expected, int error) {
    int sample = expected + error * step;
    if (sample < -near) {
      sample += span;
    } else if (sample > maximum + near) {
      sample -= span;
    }
    return clamp(sample);
  }

  private int clamp(int sample) {
    return Math.max(0, Math.min(sample, maximum));
  }

  private static int negatedIf(int minusOne, int value) {
    return (value ^ minusOne) - minusOne;
  }

  private static int bitsFor(int largest) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(largest);
  }
}
