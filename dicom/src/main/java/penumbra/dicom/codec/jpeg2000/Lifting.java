package penumbra.dicom.codec.jpeg2000;

/// One of the two inverse wavelet filters, T.800 annex F.3.
interface Lifting {
  /// Converts a line of alternating low and high frequencies to samples.
  ///
  /// @param line the line, of which the first `n` elements are used
  /// @param first 0 if it starts with a low frequency, 1 if it starts with a high one
  void inverse(int[] line, int n, int first);

  /// The integer filter.
  Lifting REVERSIBLE = new Reversible();

  /// The `float` filter; the line holds its values as [Float#floatToRawIntBits].
  Lifting IRREVERSIBLE = new Irreversible();

  /// 5/3.
  final class Reversible implements Lifting {
    @Override
    public void inverse(int[] line, int n, int first) {
      if (n == 1) {
        line[0] = first == 0 ? line[0] : line[0] / 2;
        return;
      }
      for (int i = first; i < n; i += 2) {
        line[i] -= (line[i == 0 ? 1 : i - 1] + line[i == n - 1 ? n - 2 : i + 1] + 2) >> 2;
      }
      for (int i = 1 - first; i < n; i += 2) {
        line[i] += (line[i == 0 ? 1 : i - 1] + line[i == n - 1 ? n - 2 : i + 1]) >> 1;
      }
    }
  }

  /// 9/7.
  final class Irreversible implements Lifting {
    private static final float ALPHA = (float) -1.586134342059924;
    private static final float BETA = (float) -0.052980118572961;
    private static final float GAMMA = (float) 0.882911075530934;
    private static final float DELTA = (float) 0.443506852043971;
    private static final float SCALE = (float) 1.230174104914001;

    @Override
    public void inverse(int[] line, int n, int first) {
      if (n == 1) {
        line[0] = first == 0 ? line[0] : bits(value(line[0]) / 2);
        return;
      }
      for (int i = 0; i < n; i++) {
        float scale = (i + first) % 2 == 0 ? SCALE : 1 / SCALE;
        line[i] = bits(value(line[i]) * scale);
      }
      lift(line, n, first, DELTA);
      lift(line, n, 1 - first, GAMMA);
      lift(line, n, first, BETA);
      lift(line, n, 1 - first, ALPHA);
    }

    private static void lift(int[] line, int n, int from, float weight) {
      for (int i = from; i < n; i += 2) {
        float sum = value(line[i == 0 ? 1 : i - 1]) + value(line[i == n - 1 ? n - 2 : i + 1]);
        line[i] = bits(value(line[i]) - weight * sum);
      }
    }

    private static float value(int bits) {
      return Float.intBitsToFloat(bits);
    }

    private static int bits(float value) {
      return Float.floatToRawIntBits(value);
    }
  }
}
