package penumbra.core.engine.resample;

import penumbra.core.DType;

/// OpenCV's INTER_AREA by whole factors: means of blocks.
///
/// @param type of the pixels
/// @param columns of the old picture
/// @param high rows of a block
/// @param wide columns of a block
record OpenCvBlocks(DType type, int columns, int high, int wide) implements OpenCvPass {
  /// So many values are added before they are added to the sum, and so many sums of blocks of 2 x 2
  /// floats are made at once.
  private static final int GROUP = 4;

  @Override
  public Lines lines() {
    double[][] block = new double[high][columns];
    return (source, _, y, result) -> {
      for (int k = 0; k < high; k++) {
        source.load(y * high + k, block[k]);
      }
      for (int x = 0; x < result.length; x++) {
        result[x] = high == 2 && wide == 2 ? ofFour(block, x, result.length) : mean(block, x);
      }
    };
  }

  private double ofFour(double[][] block, int x, int width) {
    double a = block[0][2 * x];
    double b = block[0][2 * x + 1];
    double c = block[1][2 * x];
    double d = block[1][2 * x + 1];
    if (type.isInteger()) {
      return Math.floor((a + b + c + d + 2) / 4);
    }
    boolean paired = type == DType.FLOAT32 && x < width / GROUP * GROUP;
    return paired ? single(single(a + b) + single(c + d)) * 0.25 : mean(block, x);
  }

  private double mean(double[][] block, int x) {
    int area = high * wide;
    float scale = 1f / area;
    double sum = 0;
    int k = 0;
    for (; k <= area - GROUP; k += GROUP) {
      double group = single(at(block, x, k) + at(block, x, k + 1));
      group = single(group + at(block, x, k + 2));
      sum = sum(sum + single(group + at(block, x, k + 3)));
    }
    for (; k < area; k++) {
      sum = sum(sum + at(block, x, k));
    }
    double mean = type == DType.FLOAT64 ? sum * scale : (float) sum * scale;
    return OpenCvResize.stored(type, mean);
  }

  private double at(double[][] block, int x, int k) {
    return block[k / wide][x * wide + k % wide];
  }

  /// Whole numbers are added as such, four at a time.
  private double single(double sum) {
    return type == DType.FLOAT32 ? (float) sum : sum;
  }

  /// The sum of UINT8 is a whole number to the end.
  private double sum(double sum) {
    return type == DType.FLOAT64 || type == DType.UINT8 ? sum : (float) sum;
  }
}
