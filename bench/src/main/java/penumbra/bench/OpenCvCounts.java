package penumbra.bench;

import static org.bytedeco.opencv.global.opencv_core.mean;
import static org.bytedeco.opencv.global.opencv_core.minMaxLoc;
import static org.bytedeco.opencv.global.opencv_imgproc.calcHist;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/// OpenCV's histogram of 8-bit pictures, and on request the figures that take it: OpenCV has no
/// median of its own.
final class OpenCvCounts implements Task {
  private static final int BINS = 256;

  private final Mat source;
  private final boolean figuresWanted;
  private final Mat mask = new Mat();
  private final Mat histogram = new Mat();
  private final IntPointer channel = new IntPointer(1).put(0, 0);
  private final IntPointer bins = new IntPointer(1).put(0, BINS);
  private final FloatPointer range = new FloatPointer(0f, BINS);
  private final float[] counts = new float[BINS];
  private final double[] min = new double[1];
  private final double[] max = new double[1];
  private double[] result = {};

  OpenCvCounts(Mat source, boolean figuresWanted) {
    this.source = source;
    this.figuresWanted = figuresWanted;
  }

  @Override
  public Object run() {
    calcHist(source, 1, channel, mask, histogram, 1, bins, range);
    new FloatPointer(histogram.data()).get(counts);
    if (figuresWanted) {
      minMaxLoc(source, min, max, null, null, mask);
      try (Scalar mean = mean(source)) {
        result = new double[] {min[0], max[0], mean.get(0), median(source.total())};
      }
    }
    return counts;
  }

  private double median(long pixels) {
    return (at((pixels - 1) / 2) + at(pixels / 2)) / 2.0;
  }

  /// The grey level that stands at that place when all are in order.
  private int at(long place) {
    double below = 0;
    for (int level = 0; level < BINS; level++) {
      below += counts[level];
      if (below > place) {
        return level;
      }
    }
    return BINS - 1;
  }

  @Override
  public double[] result() {
    if (figuresWanted) {
      return result;
    }
    double[] values = new double[BINS];
    for (int i = 0; i < BINS; i++) {
      values[i] = counts[i];
    }
    return values;
  }
}
