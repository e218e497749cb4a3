package penumbra.core.engine.fourier;

/// The discrete Fourier transform of one length, in place, on separate real and imaginary parts.
///
/// Powers of two use Cooley and Tukey's algorithm, all other lengths Bluestein's, which turns them
/// into a convolution whose length is a power of two; both take `n log n` steps. Threads may share
/// the plan, but not the scratch.
final class Fft {
  private final int n;
  private final double[] cos;
  private final double[] sin;
  private final boolean powerOfTwo;

  // Bluestein's chirp exp(-i pi k^2 / n), and the transform of its conjugate.
  private final double[] chirpRe;
  private final double[] chirpIm;
  private final double[] filterRe;
  private final double[] filterIm;
  private final int padded;

  Fft(int n) {
    this.n = n;
    this.powerOfTwo = Integer.bitCount(n) == 1;
    this.padded = powerOfTwo ? n : Integer.highestOneBit(2 * n - 1) << 1;
    this.cos = new double[padded / 2];
    this.sin = new double[padded / 2];
    for (int k = 0; k < padded / 2; k++) {
      double angle = -2 * Math.PI * k / padded;
      cos[k] = StrictMath.cos(angle);
      sin[k] = StrictMath.sin(angle);
    }
    int chirps = powerOfTwo ? 0 : n;
    this.chirpRe = new double[chirps];
    this.chirpIm = new double[chirps];
    this.filterRe = new double[powerOfTwo ? 0 : padded];
    this.filterIm = new double[powerOfTwo ? 0 : padded];
    for (int k = 0; k < chirps; k++) {
      // k^2 modulo 2 n keeps the angle small and so exact.
      double angle = -Math.PI * ((long) k * k % (2L * n)) / n;
      chirpRe[k] = StrictMath.cos(angle);
      chirpIm[k] = StrictMath.sin(angle);
      filterRe[k] = chirpRe[k];
      filterIm[k] = -chirpIm[k];
      if (k > 0) {
        filterRe[padded - k] = filterRe[k];
        filterIm[padded - k] = filterIm[k];
      }
    }
    if (!powerOfTwo) {
      radix2(filterRe, filterIm);
    }
  }

  /// The length that `re` and `im` must have; only the first `n` elements hold data.
  int bufferLength() {
    return padded;
  }

  /// Replaces the first `n` values by their transform `sum over j of x_j exp(-2 pi i j k / n)`.
  void forward(double[] re, double[] im) {
    if (powerOfTwo) {
      radix2(re, im);
      return;
    }
    for (int k = 0; k < n; k++) {
      multiply(re, im, k, chirpRe[k], chirpIm[k]);
    }
    java.util.Arrays.fill(re, n, padded, 0);
    java.util.Arrays.fill(im, n, padded, 0);
    radix2(re, im);
    for (int k = 0; k < padded; k++) {
      multiply(re, im, k, filterRe[k], filterIm[k]);
    }
    radix2(im, re); // with the parts swapped, forward is inverse, save for the factor
    for (int k = 0; k < n; k++) {
      multiply(re, im, k, chirpRe[k] / padded, chirpIm[k] / padded);
    }
  }

  /// Undoes [#forward].
  void inverse(double[] re, double[] im) {
    forward(im, re);
    for (int k = 0; k < n; k++) {
      re[k] /= n;
      im[k] /= n;
    }
  }

  private static void multiply(double[] re, double[] im, int k, double byRe, double byIm) {
    double product = re[k] * byRe - im[k] * byIm;
    im[k] = re[k] * byIm + im[k] * byRe;
    re[k] = product;
  }

  private void radix2(double[] re, double[] im) {
    reverseBits(re, im);
    for (int half = 1; half < padded; half *= 2) {
      int step = padded / (2 * half);
      for (int start = 0; start < padded; start += 2 * half) {
        for (int j = 0, t = 0; j < half; j++, t += step) {
          int a = start + j;
          int b = a + half;
          double oddRe = re[b] * cos[t] - im[b] * sin[t];
          double oddIm = re[b] * sin[t] + im[b] * cos[t];
          re[b] = re[a] - oddRe;
          im[b] = im[a] - oddIm;
          re[a] += oddRe;
          im[a] += oddIm;
        }
      }
    }
  }

  private void reverseBits(double[] re, double[] im) {
    int shift = Integer.numberOfLeadingZeros(padded) + 1;
    for (int i = 1; i < padded; i++) {
      int j = Integer.reverse(i) >>> shift;
      if (j > i) {
        double r = re[i];
        re[i] = re[j];
        re[j] = r;
        double m = im[i];
        im[i] = im[j];
        im[j] = m;
      }
    }
  }
}
