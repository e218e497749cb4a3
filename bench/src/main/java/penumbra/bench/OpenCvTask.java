package penumbra.bench;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REFLECT;
import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.NORM_INF;
import static org.bytedeco.opencv.global.opencv_core.add;
import static org.bytedeco.opencv.global.opencv_core.magnitude;
import static org.bytedeco.opencv.global.opencv_core.normalize;
import static org.bytedeco.opencv.global.opencv_core.setNumThreads;
import static org.bytedeco.opencv.global.opencv_imgproc.Canny;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.Sobel;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_TOZERO;
import static org.bytedeco.opencv.global.opencv_imgproc.sepFilter2D;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import java.lang.foreign.MemorySegment;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Size;
import penumbra.core.DType;
import penumbra.core.NdArray;

/// OpenCV's functions, made to give what Penumbra's filters give: the same weights, the same
/// border, `float` results. Every `Mat` is allocated by the first run and used again by all others.
final class OpenCvTask {
  private static final Point CENTRE = new Point(-1, -1);
  private static final Mat NO_MASK = new Mat();

  private OpenCvTask() {}

  static Task of(Row row, NdArray input, int threads) {
    setNumThreads(threads);
    Mat source = mat(input);
    Mat output = new Mat();
    return switch (row) {
      case HISTOGRAM_U8 -> new OpenCvCounts(source, false);
      case STATISTICS_U8 -> new OpenCvCounts(source, true);
      default -> new Filtering(filter(row, source, output), output);
    };
  }

  private static Runnable filter(Row row, Mat source, Mat output) {
    return switch (row) {
      case GAUSSIAN_1_F32 -> gaussian(1, source, output);
      case GAUSSIAN_2_F32 -> gaussian(2, source, output);
      case GAUSSIAN_10_F32 -> gaussian(10, source, output);
      case GAUSSIAN_1_U8_U8 -> blur(9, 1, source, output);
      case LAPLACE_1_F32, LAPLACE_1_U8 -> laplace(1, source, output);
      case GRADIENT_2_F32, GRADIENT_2_U8 -> gradient(2, source, output);
      case SOBEL_U8 -> sobel(source, output);
      case SOBEL_NORMALIZED_U8 -> {
        Mat length = new Mat();
        Runnable sobel = sobel(source, length);
        yield () -> {
          sobel.run();
          normalize(length, output, 255, 0, NORM_INF, CV_32F, NO_MASK);
        };
      }
      case CANNY_U8 -> () -> Canny(source, output, 50, 150, 3, false);
      case BLUR_CANNY_U8 -> {
        Mat smooth = new Mat();
        Runnable blur = blur(5, 1.4, source, smooth);
        yield () -> {
          blur.run();
          Canny(smooth, output, 50, 150, 3, false);
        };
      }
      case THRESHOLD_U8 -> () -> threshold(source, output, 150, 255, THRESH_TOZERO);
      case COPY_F32 -> () -> source.copyTo(output);
      case HISTOGRAM_U8, STATISTICS_U8 -> throw new IllegalArgumentException(row + " is no filter");
    };
  }

  private static Runnable gaussian(double sigma, Mat source, Mat output) {
    Mat smooth = weights(sigma, 0);
    return () -> separable(source, output, smooth, smooth);
  }

  private static Runnable blur(int length, double sigma, Mat source, Mat output) {
    Size size = new Size(length, length);
    return () -> GaussianBlur(source, output, size, sigma, sigma, BORDER_REFLECT, 0);
  }

  private static Runnable laplace(double sigma, Mat source, Mat output) {
    Mat smooth = weights(sigma, 0);
    Mat bend = weights(sigma, 2);
    Mat dyy = new Mat();
    Mat dxx = new Mat();
    return () -> {
      separable(source, dyy, smooth, bend);
      separable(source, dxx, bend, smooth);
      add(dyy, dxx, output);
    };
  }

  private static Runnable gradient(double sigma, Mat source, Mat output) {
    Mat smooth = weights(sigma, 0);
    Mat slope = weights(sigma, 1);
    Mat dy = new Mat();
    Mat dx = new Mat();
    return () -> {
      separable(source, dy, smooth, slope);
      separable(source, dx, slope, smooth);
      magnitude(dx, dy, output);
    };
  }

  private static Runnable sobel(Mat source, Mat output) {
    Mat dy = new Mat();
    Mat dx = new Mat();
    return () -> {
      Sobel(source, dx, CV_32F, 1, 0, 3, 1, 0, BORDER_REFLECT);
      Sobel(source, dy, CV_32F, 0, 1, 3, 1, 0, BORDER_REFLECT);
      magnitude(dx, dy, output);
    };
  }

  private static void separable(Mat source, Mat output, Mat alongRows, Mat alongColumns) {
    sepFilter2D(source, output, CV_32F, alongRows, alongColumns, CENTRE, 0, BORDER_REFLECT);
  }

  private static Mat weights(double sigma, int order) {
    float[] weights = KernelWeights.gaussian(sigma, order);
    return mat(NdArray.ofFloat32(weights, weights.length, 1));
  }

  private static Mat mat(NdArray array) {
    byte[] bytes = array.toBytes();
    Mat mat = new Mat(array.length(0), array.length(1), type(array.type()));
    mat.data().put(bytes, 0, bytes.length);
    return mat;
  }

  private static int type(DType type) {
    return type == DType.UINT8 ? CV_8U : CV_32F;
  }

  private record Filtering(Runnable filter, Mat output) implements Task {
    @Override
    public Object run() {
      filter.run();
      return output;
    }

    @Override
    public double[] result() {
      DType type = output.depth() == CV_8U ? DType.UINT8 : DType.FLOAT32;
      byte[] bytes = new byte[Math.toIntExact(output.total() * type.bytes())];
      new BytePointer(output.data()).get(bytes, 0, bytes.length);
      return NdArray.of(type, MemorySegment.ofArray(bytes), output.rows(), output.cols())
          .toDoubles();
    }
  }
}
