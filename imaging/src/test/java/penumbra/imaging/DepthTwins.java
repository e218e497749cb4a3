package penumbra.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import penumbra.catalogue.GreyScales;
import penumbra.core.DType;
import penumbra.core.GreyScale;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;

/// One picture at several depths.
public enum DepthTwins {
  /// 0 to 255.
  EIGHT_BITS(255, DType.UINT8),
  /// 0 to 4095, as DICOM states it: rounded, so that it is nearly the same picture.
  TWELVE_BITS(4095, DType.UINT16),
  /// 257 times 8 bits, as in a PNG of 16 bits.
  SIXTEEN_BITS(65535, DType.UINT16),
  /// A 255th of 8 bits.
  FRACTIONS(1, DType.FLOAT32);

  private static final int HEIGHT = 90;
  private static final int WIDTH = 120;

  /// What may differ in marks such as edges, where levels were rounded.
  private static final double MOST_OTHER_MARKS = 0.01;

  private final double white;
  private final DType type;

  DepthTwins(double white, DType type) {
    this.white = white;
    this.type = type;
  }

  /// The picture: slopes, an edge, a disc and some texture, from 0 to 255.
  public Radiograph image() {
    double[] values = new double[HEIGHT * WIDTH];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double disc = Math.hypot(y - 45, x - 40) < 25 ? 90 : 0;
        double texture = 12 * Math.sin(0.9 * x) * Math.cos(0.7 * y);
        double level = Math.rint(Math.clamp(x + disc + texture + (x > 95 ? 60 : 0), 0, 255));
        values[y * WIDTH + x] = type.isInteger() ? Math.rint(level * white / 255) : level / 255;
      }
    }
    values[0] = 0;
    values[1] = white;
    Radiograph image = new Radiograph(NdArray.of(type, values, HEIGHT, WIDTH), name(), List.of());
    return this == TWELVE_BITS
        ? image.withScale(Optional.of(GreyScale.ofBits(12)))
        : GreyScales.told(image);
  }

  /// Whether `result`, of a twin, is `expected`, of 8 bits, within so many levels of 8 bits.
  public static void assertAlike(
      Radiograph expected, Radiograph result, DepthTwins twin, double levels) {
    double[] right = expected.pixels().toDoubles();
    double[] found = result.pixels().toDoubles();
    assertThat(found).hasSameSizeAs(right);
    if (twin == EIGHT_BITS) {
      assertThat(result.pixels().sameBits(expected.pixels())).isTrue();
      return;
    }
    double scale = width(expected) / width(result);
    double near = levels * width(expected) / 255 * (twin == TWELVE_BITS ? 1.5 : 1);
    int others = 0;
    for (int i = 0; i < right.length; i++) {
      others += Math.abs(found[i] * scale - right[i]) <= near ? 0 : 1;
    }
    double marks = isMarks(right) ? MOST_OTHER_MARKS * right.length : 0;
    assertThat((double) others).as("of " + right.length + " values").isLessThanOrEqualTo(marks);
  }

  /// Results without a scale, such as those of standardising, are to be the same; they span some 4.
  private static double width(Radiograph image) {
    return image.scale().map(GreyScale::width).orElse(4.0);
  }

  private static boolean isMarks(double[] values) {
    for (double value : values) {
      if (value != 0 && value != 255) {
        return false;
      }
    }
    return true;
  }
}
