package penumbra.core.engine.math;

import java.math.BigDecimal;
import java.math.MathContext;

/// The exponential function and the hypotenuse with the bits that the C library under SciPy gives
/// (glibc 2.35 and newer on x86-64), the same on every machine. Java's own functions differ in the
/// last bit for some 8 % of all arguments, and the last bit of a weight can change the last bit of
/// a pixel.
public final class CMath {
  private static final int TABLE = 128;
  private static final int TABLE_BITS = 7;
  private static final double[] POWER = new double[TABLE];
  private static final double[] POWER_TAIL = new double[TABLE];

  private static final double INVERSE_STEP = 0x1.71547652b82fep0 * TABLE;
  private static final double STEP_HIGH = 0x1.62e42fefa0000p-8;
  private static final double STEP_LOW = 0x1.cf79abc9e3b39p-47;
  private static final double SHIFT = 0x1.8p52;
  // A minimax polynomial for exp(r) - 1 - r on |r| <= ln 2 / 256.
  private static final double C2 = 0x1.ffffffffffdbdp-2;
  private static final double C3 = 0x1.555555555543cp-3;
  private static final double C4 = 0x1.55555cf172b91p-5;
  private static final double C5 = 0x1.1111167a4d017p-7;

  private static final double HUGE = 0x1p511;
  private static final double TINY = 0x1p-459;
  private static final double NEGLIGIBLE = 0x1p-54;

  static {
    // 2^(i/128) as a double and what is missing to it, relative to that double.
    var precision = new MathContext(60);
    BigDecimal root = BigDecimal.TWO;
    for (int i = 0; i < TABLE_BITS; i++) {
      root = root.sqrt(precision);
    }
    BigDecimal power = BigDecimal.ONE;
    for (int i = 0; i < TABLE; i++) {
      POWER[i] = power.doubleValue();
      BigDecimal stored = new BigDecimal(POWER[i]);
      POWER_TAIL[i] = power.subtract(stored).divide(stored, precision).doubleValue();
      power = power.multiply(root, precision);
    }
  }

  private CMath() {}

  /// e to the power of `x`, below 0.52 ulp from it: `2^(k/128)` from a table times a polynomial of
  /// the rest. If the result would be subnormal or overflow, it is that of `StrictMath.exp`.
  public static double exp(double x) {
    if (!(Math.abs(x) < 700)) {
      return StrictMath.exp(x);
    }
    if (Math.abs(x) < NEGLIGIBLE) {
      return 1 + x;
    }
    // Adding the shift leaves the rounded quotient in the low bits.
    double shifted = Math.fma(INVERSE_STEP, x, SHIFT);
    long k = Double.doubleToRawLongBits(shifted);
    double steps = shifted - SHIFT;
    double r = Math.fma(steps, -STEP_LOW, Math.fma(steps, -STEP_HIGH, x));
    int i = (int) (k & (TABLE - 1));
    // The shift's own low bits are zero, so that the exponent may be read off modulo 2^12.
    int exponent = ((int) k - i) >> TABLE_BITS;
    double scale = POWER[i] * Math.scalb(1.0, exponent);
    double r2 = r * r;
    double high = Math.fma(r, C5, C4);
    double low = Math.fma(r2, Math.fma(r, C3, C2), POWER_TAIL[i] + r);
    double rest = Math.fma(r2 * r2, high, low);
    return Math.fma(scale, rest, scale);
  }

  /// The square root of `x * x + y * y` without overflow or underflow on the way; infinite if
  /// either is, else NaN if either is. The root is corrected once for its own rounding error: C. F.
  /// Borges, "An Improved Algorithm for hypot(a,b)", ACM TOMS 47 (2021), doi:10.1145/3428446.
  public static double hypot(double x, double y) {
    if (Double.isInfinite(x) || Double.isInfinite(y)) {
      return Double.POSITIVE_INFINITY;
    }
    double large = Math.max(Math.abs(x), Math.abs(y));
    double small = Math.min(Math.abs(x), Math.abs(y));
    if (small <= large * NEGLIGIBLE) {
      return large + small;
    }
    if (large > HUGE) {
      return correctedRoot(large * 0x1p-600, small * 0x1p-600) * 0x1p600;
    }
    if (small < TINY) {
      return correctedRoot(large * 0x1p600, small * 0x1p600) * 0x1p-600;
    }
    return correctedRoot(large, small);
  }

  private static double correctedRoot(double large, double small) {
    double root = Math.sqrt(large * large + small * small);
    double error;
    if (root <= 2 * small) {
      double excess = root - small;
      error = large * (2 * excess - large) + (excess - 2 * (large - small)) * excess;
    } else {
      double excess = root - large;
      error = 2 * excess * (large - 2 * small) + ((4 * excess - small) * small + excess * excess);
    }
    return root - error / (2 * root);
  }

  /// The hypotenuse in double precision, as in `hypotf` before it rounds; infinity takes precedence
  /// over NaN.
  public static double hypotSingle(double x, double y) {
    if (Double.isInfinite(x) || Double.isInfinite(y)) {
      return Double.POSITIVE_INFINITY;
    }
    return Math.sqrt(x * x + y * y);
  }
}
