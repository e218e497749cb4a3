package penumbra.dicom.codec.jpeg;

/// The inverse DCT of 8 x 8 blocks in integers: the algorithm of Loeffler, Ligtenberg and Moschytz
/// (ICASSP 1989, doi:10.1109/ICASSP.1989.266596) with the scaling of libjpeg's "islow". The samples
/// match libjpeg's bit for bit. Coefficients that no encoder writes may overflow in intermediate
/// steps; the samples are still in their range.
final class InverseDct {
  private static final int CONSTANT_BITS = 13;
  private static final int F_0_298 = 2446;
  private static final int F_0_390 = 3196;
  private static final int F_0_541 = 4433;
  private static final int F_0_765 = 6270;
  private static final int F_0_899 = 7373;
  private static final int F_1_175 = 9633;
  private static final int F_1_501 = 12299;
  private static final int F_1_847 = 15137;
  private static final int F_1_961 = 16069;
  private static final int F_2_053 = 16819;
  private static final int F_2_562 = 20995;
  private static final int F_3_072 = 25172;

  private final int scale;
  private final int centre;
  private final int largest;
  private final int[] columns = new int[64];
  private final int[] row = new int[8];

  /// @param precision 8 or 12 bits
  InverseDct(int precision) {
    this.scale = precision == 8 ? 2 : 1;
    this.centre = 1 << (precision - 1);
    this.largest = (1 << precision) - 1;
  }

  /// Transforms one block.
  ///
  /// @param coefficients multiplied by their quantization factors, row by row
  /// @param onlyFirst whether all coefficients except the first are zero
  /// @param samples the output
  /// @param at the index of the block's first sample in it
  /// @param stride the distance between two rows in it
  void transform(int[] coefficients, boolean onlyFirst, short[] samples, int at, int stride) {
    if (onlyFirst) {
      short grey = sample((coefficients[0] + 4) >> 3);
      for (int y = 0; y < 8; y++) {
        java.util.Arrays.fill(samples, at + y * stride, at + y * stride + 8, grey);
      }
      return;
    }
    for (int x = 0; x < 8; x++) {
      line(coefficients, x, 8, columns, x, 8, CONSTANT_BITS - scale);
    }
    for (int y = 0; y < 8; y++) {
      line(columns, 8 * y, 1, row, 0, 1, CONSTANT_BITS + scale + 3);
      int to = at + y * stride;
      for (int x = 0; x < 8; x++) {
        samples[to + x] = sample(row[x]);
      }
    }
  }

  private short sample(int value) {
    return (short) Math.clamp(value + centre, 0, largest);
  }

  /// Transforms eight values that are `step` apart, divides by two to the power of `shift`, and
  /// rounds.
  private static void line(int[] from, int f, int step, int[] to, int t, int apart, int shift) {
    int c0 = from[f];
    int c1 = from[f + step];
    int c2 = from[f + 2 * step];
    int c3 = from[f + 3 * step];
    int c4 = from[f + 4 * step];
    int c5 = from[f + 5 * step];
    int c6 = from[f + 6 * step];
    int c7 = from[f + 7 * step];
    int half = 1 << (shift - 1);
    if ((c1 | c2 | c3 | c4 | c5 | c6 | c7) == 0) {
      int flat = ((c0 << CONSTANT_BITS) + half) >> shift;
      for (int i = 0; i < 8; i++) {
        to[t + i * apart] = flat;
      }
      return;
    }
    int turned = (c2 + c6) * F_0_541;
    int even2 = turned - c6 * F_1_847;
    int even3 = turned + c2 * F_0_765;
    int even0 = (c0 + c4) << CONSTANT_BITS;
    int even1 = (c0 - c4) << CONSTANT_BITS;
    int sum0 = even0 + even3 + half;
    int sum3 = even0 - even3 + half;
    int sum1 = even1 + even2 + half;
    int sum2 = even1 - even2 + half;

    int all = (c7 + c3 + c5 + c1) * F_1_175;
    int z1 = -(c7 + c1) * F_0_899;
    int z2 = -(c5 + c3) * F_2_562;
    int z3 = all - (c7 + c3) * F_1_961;
    int z4 = all - (c5 + c1) * F_0_390;
    int odd0 = c7 * F_0_298 + z1 + z3;
    int odd1 = c5 * F_2_053 + z2 + z4;
    int odd2 = c3 * F_3_072 + z2 + z3;
    int odd3 = c1 * F_1_501 + z1 + z4;

    to[t] = (sum0 + odd3) >> shift;
    to[t + apart] = (sum1 + odd2) >> shift;
    to[t + 2 * apart] = (sum2 + odd1) >> shift;
    to[t + 3 * apart] = (sum3 + odd0) >> shift;
    to[t + 4 * apart] = (sum3 - odd0) >> shift;
    to[t + 5 * apart] = (sum2 - odd1) >> shift;
    to[t + 6 * apart] = (sum1 - odd2) >> shift;
    to[t + 7 * apart] = (sum0 - odd3) >> shift;
  }
}
