package penumbra.core.filter.intensity;

import static penumbra.core.InvalidInputException.require;

import java.lang.foreign.MemorySegment;
import penumbra.core.DType;
import penumbra.core.Describe;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.NdArray;
import penumbra.core.Polarity;
import penumbra.core.Reference;
import penumbra.core.Summary;

/// Converts a grey picture to the input of networks trained on ImageNet: three planes, each
/// standardised by the mean and the deviation of one of ImageNet's colours.
///
/// ```
/// NdArray planes = ImageNet.of(255).apply(bytes);  // (3, height, width) float32
/// ```
///
/// `(x / upper - mean) / deviation`, in double precision, rounded once, with the means 0.485, 0.456
/// and 0.406 and the deviations 0.229, 0.224 and 0.225 of red, green and blue; without planes, with
/// their averages 0.449 and 0.226. torchvision's `ToTensor` and `Normalize` compute the same in
/// float32 steps, which may differ in the last bits.
///
/// **Result:** FLOAT32 (FLOAT64 for FLOAT64 input), shape (3, height, width), or without planes the
/// input's.
///
/// **Source:** the torchvision documentation of its pretrained models. The numbers come from a
/// sample of ImageNet's training set.
///
/// @param upper the value that counts as 1: 255 for 8 bits, 65535 for 16
/// @param planes whether there are three planes
@Summary("Standardise for networks trained on ImageNet, as three planes.")
@Reference("torchvision, documentation of its pretrained models.")
public record ImageNet(
    @Describe(
            value = "The value that counts as 1: 255 for 8 bits, 65535 for 16; above 0.",
            unit = "grey levels from 0",
            min = 0)
        double upper,
    @Describe("Whether the result has three planes, for red, green and blue.") boolean planes)
    implements Filter {
  private static final double[] MEANS = {0.485, 0.456, 0.406};
  private static final double[] DEVIATIONS = {0.229, 0.224, 0.225};
  private static final double GREY_MEAN = 0.449;
  private static final double GREY_DEVIATION = 0.226;
  private static final int LINE = 1024;
  private static final int LEAST_LINES = 32;

  public ImageNet {
    require(
        upper > 0 && Double.isFinite(upper),
        "upper",
        "must be a finite number above 0",
        upper,
        "give the value that counts as 1, such as 255");
  }

  /// Three planes, from values in which `upper` counts as 1.
  public static ImageNet of(double upper) {
    return new ImageNet(upper, true);
  }

  @Override
  public Polarity polarity() {
    return Polarity.FOLLOWS;
  }

  @Override
  public DType resultType(DType input) {
    return input.real();
  }

  @Override
  public NdArray apply(NdArray input, Execution execution) {
    require(
        !planes || input.rank() == 2,
        "what becomes three planes",
        "must have the two axes of a picture",
        input,
        "give pictures one by one, or leave the planes out");
    DType type = resultType(input.type());
    int count = planes ? MEANS.length : 1;
    MemorySegment target = execution.allocate(type, count * input.size());
    int lines = Math.toIntExact(Math.ceilDiv(input.size(), LINE));
    execution.strips(
        lines,
        LEAST_LINES,
        (first, last) -> {
          double[] values = new double[LINE];
          double[] result = new double[LINE];
          for (int i = first; i < last; i++) {
            long from = (long) i * LINE;
            int n = (int) Math.min(LINE, input.size() - from);
            input.load(from, values, 0, n);
            for (int plane = 0; plane < count; plane++) {
              double mean = planes ? MEANS[plane] : GREY_MEAN;
              double deviation = planes ? DEVIATIONS[plane] : GREY_DEVIATION;
              for (int k = 0; k < n; k++) {
                result[k] = (values[k] / upper - mean) / deviation;
              }
              type.store(result, 0, target, plane * input.size() + from, n);
            }
          }
        });
    int[] shape = input.shape();
    return planes
        ? NdArray.of(type, target, count, shape[0], shape[1])
        : NdArray.of(type, target, shape);
  }
}
