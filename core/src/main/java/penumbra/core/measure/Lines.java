package penumbra.core.measure;

import penumbra.core.NdArray;

/// Visits an array's elements in order, a line at a time.
final class Lines {
  private static final int LENGTH = 8192;

  private Lines() {}

  @FunctionalInterface
  interface Visitor {
    void visit(double[] line, int n);
  }

  static void each(NdArray array, Visitor visitor) {
    double[] line = new double[(int) Math.min(LENGTH, array.size())];
    for (long from = 0; from < array.size(); from += LENGTH) {
      int n = (int) Math.min(LENGTH, array.size() - from);
      array.load(from, line, 0, n);
      visitor.visit(line, n);
    }
  }
}
