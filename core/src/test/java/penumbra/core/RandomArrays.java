package penumbra.core;

import java.util.Random;

/// Arrays for tests: seeded, with the numbers at which types and conversions turn.
public final class RandomArrays {
  private static final double[] TURNS = {
    0,
    -0.0,
    0.5,
    1,
    -1,
    126.5,
    127,
    128,
    -128,
    -129,
    255,
    256,
    32767,
    32768,
    -32768,
    65504,
    65535,
    65536,
    2147483647,
    2147483648.0,
    -2147483648.0,
    -2147483649.0,
    4294967295.0,
    4294967296.0,
    0x1p63,
    -0x1p63,
    1e300,
    Float.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };

  private RandomArrays() {}

  /// Grey levels as a picture has them, many of them equal; every tenth, where asked for, is one of
  /// the numbers at which conversions turn.
  public static double[] values(long seed, int n, boolean withTurns) {
    Random random = new Random(seed);
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      boolean turn = withTurns && random.nextInt(10) == 0;
      values[i] =
          turn
              ? TURNS[random.nextInt(TURNS.length)]
              : Math.rint(4 * (60 + 40 * random.nextGaussian())) / 4;
    }
    return values;
  }

  /// The numbers at which types and conversions turn.
  public static double[] turns() {
    return TURNS.clone();
  }

  /// [#values] stored as `type`.
  public static NdArray of(DType type, long seed, int n) {
    return NdArray.of(type, values(seed, n, true), n);
  }
}
