package penumbra.core.engine;

import penumbra.core.DType;

/// How the rows of several branches become one, in the arithmetic of the output type: each step is
/// stored, integers wrap.
public enum Combination {
  /// The sum; with one branch, the branch itself.
  SUM {
    @Override
    void begin(DType type, double[] row, int n) {}

    @Override
    void add(DType type, double[] sum, double[] row, int n) {
      addStored(type, sum, row, n);
    }

    @Override
    void end(DType type, double[] sum, int n) {}
  },

  /// The root of the sum of squares, squares and sum stored in the output type.
  ROOT_OF_STORED_SQUARES {
    @Override
    void begin(DType type, double[] row, int n) {
      squareStored(type, row, n);
    }

    @Override
    void add(DType type, double[] sum, double[] row, int n) {
      squareStored(type, row, n);
      addStored(type, sum, row, n);
    }

    @Override
    void end(DType type, double[] sum, int n) {
      for (int x = 0; x < n; x++) {
        sum[x] = Math.sqrt(sum[x]);
      }
      type.round(sum, 0, n);
    }
  },

  /// The length of the vector whose components are the branches, stored once at the end.
  LENGTH {
    @Override
    void begin(DType type, double[] row, int n) {
      for (int x = 0; x < n; x++) {
        row[x] = Math.abs(row[x]);
      }
    }

    @Override
    void add(DType type, double[] sum, double[] row, int n) {
      if (type == DType.FLOAT64) {
        for (int x = 0; x < n; x++) {
          sum[x] = CMath.hypot(sum[x], row[x]);
        }
      } else {
        for (int x = 0; x < n; x++) {
          sum[x] = CMath.hypotSingle(sum[x], row[x]);
        }
      }
    }

    @Override
    void end(DType type, double[] sum, int n) {
      type.round(sum, 0, n);
    }
  };

  /// Makes the first branch's row the running result.
  abstract void begin(DType type, double[] row, int n);

  /// Takes a further branch's row into the running result; the row may be overwritten.
  abstract void add(DType type, double[] sum, double[] row, int n);

  /// Completes the running result.
  abstract void end(DType type, double[] sum, int n);

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

  /// The low bits of a whole number, as integer arithmetic in that type leaves them.
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
