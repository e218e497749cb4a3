package penumbra.core.engine.stream;

import penumbra.core.DType;
import penumbra.core.engine.math.CMath;

/// Combines the rows of several branches into one, in the arithmetic of the output type: each step
/// is stored, integers wrap.
public enum RowCombination {
  /// The sum; with one branch, the branch itself.
  SUM,

  /// The root of the sum of squares; squares and sum are stored in the output type.
  ROOT_OF_STORED_SQUARES,

  /// The length of the vector whose components are the branches, stored once at the end.
  LENGTH;

  /// Combines rows of doubles, after their passes, into the first of them. Storing it in the output
  /// type gives the result.
  void combine(DType type, double[][] rows, int n) {
    if (this == SUM && rows.length == 1) {
      return;
    }
    if (type == DType.FLOAT32 && rows.length == 2) {
      combineSingles(rows[0], rows[1], n);
      return;
    }
    for (double[] row : rows) {
      type.round(row, 0, n);
    }
    switch (this) {
      case SUM -> {
        for (int i = 1; i < rows.length; i++) {
          addStored(type, rows[0], rows[i], n);
        }
      }
      case ROOT_OF_STORED_SQUARES -> {
        squareStored(type, rows[0], n);
        for (int i = 1; i < rows.length; i++) {
          squareStored(type, rows[i], n);
          addStored(type, rows[0], rows[i], n);
        }
        for (int x = 0; x < n; x++) {
          rows[0][x] = Math.sqrt(rows[0][x]);
        }
      }
      case LENGTH -> {
        for (int x = 0; x < n; x++) {
          rows[0][x] = Math.abs(rows[0][x]);
        }
        for (int i = 1; i < rows.length; i++) {
          lengthen(type, rows[0], rows[i], n);
        }
      }
    }
  }

  /// The same for two branches that are stored as FLOAT32, in its own arithmetic.
  private void combineSingles(double[] a, double[] b, int n) {
    switch (this) {
      case SUM -> sumSingles(a, b, n);
      case ROOT_OF_STORED_SQUARES -> rootSingles(a, b, n);
      case LENGTH -> {
        DType.FLOAT32.round(a, 0, n);
        DType.FLOAT32.round(b, 0, n);
        lengthen(DType.FLOAT32, a, b, n);
      }
    }
  }

  private static void sumSingles(double[] a, double[] b, int n) {
    for (int x = 0; x < n; x++) {
      a[x] = (float) a[x] + (float) b[x];
    }
  }

  private static void rootSingles(double[] a, double[] b, int n) {
    for (int x = 0; x < n; x++) {
      float first = (float) a[x];
      float second = (float) b[x];
      a[x] = (float) Math.sqrt(first * first + second * second);
    }
  }

  private static void lengthen(DType type, double[] sum, double[] row, int n) {
    if (type == DType.FLOAT64) {
      for (int x = 0; x < n; x++) {
        sum[x] = CMath.hypot(sum[x], row[x]);
      }
      return;
    }
    if (largest(sum, row, n) < Double.POSITIVE_INFINITY) {
      lengthenFinite(sum, row, n);
    } else {
      for (int x = 0; x < n; x++) {
        sum[x] = CMath.hypotSingle(sum[x], row[x]);
      }
    }
  }

  /// The largest sum of magnitudes; infinite or NaN if one of them is.
  private static double largest(double[] a, double[] b, int n) {
    double largest = 0;
    for (int x = 0; x < n; x++) {
      largest = Math.max(largest, Math.abs(a[x]) + Math.abs(b[x]));
    }
    return largest;
  }

  private static void lengthenFinite(double[] sum, double[] row, int n) {
    for (int x = 0; x < n; x++) {
      sum[x] = Math.sqrt(sum[x] * sum[x] + row[x] * row[x]);
    }
  }

  private static void addStored(DType type, double[] sum, double[] row, int n) {
    if (type.isInteger()) {
      for (int x = 0; x < n; x++) {
        sum[x] = (double) ((long) sum[x] + (long) row[x]);
      }
      wrap(type, sum, n);
    } else {
      for (int x = 0; x < n; x++) {
        sum[x] += row[x];
      }
      type.round(sum, 0, n);
    }
  }

  private static void squareStored(DType type, double[] row, int n) {
    if (type.isInteger()) {
      for (int x = 0; x < n; x++) {
        long value = (long) row[x];
        row[x] = wrap(type, value * value);
      }
    } else {
      for (int x = 0; x < n; x++) {
        row[x] *= row[x];
      }
      type.round(row, 0, n);
    }
  }

  private static void wrap(DType type, double[] row, int n) {
    for (int x = 0; x < n; x++) {
      row[x] = wrap(type, (long) row[x]);
    }
  }

  /// The low bits of an integer, as in integer arithmetic of that type.
  private static double wrap(DType type, long value) {
    return switch (type) {
      case UINT8 -> value & 0xFF;
      case INT8 -> (byte) value;
      case UINT16 -> value & 0xFFFF;
      case INT16 -> (short) value;
      case UINT32 -> value & 0xFFFFFFFFL;
      case INT32 -> (int) value;
      default -> (double) value;
    };
  }
}
