package penumbra.datasets.audit.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import penumbra.core.Execution;

/// Tells for each picture of a set whether it is a negative of what the others show, though each
/// may show another part of it.
///
/// ```
/// Polarities polarities = Polarities.of(signatures, execution);
/// double margin = polarities.margins()[0]; // below 0: rather a negative
/// ```
///
/// The pictures are brought to 16 x 16 values ([Signature#look]) and laid over every window of a
/// template, of half its sides to the whole of it, as they are and as negatives. The template
/// starts as the mean of all, each with the sign that fits best, and is then made anew, twice, of
/// the pictures in their places.
///
/// @param margins for each picture the correlation with the window that it fits best as it is, less
///   that as a negative; not to be changed
/// @param fits for each picture the larger of the two; not to be changed
@SuppressWarnings("ArrayRecordComponent") // not compared
public record Polarities(double[] margins, double[] fits) {
  private static final int ROUNDS = 3;
  private static final int MEAN_ROUNDS = 4;
  private static final int LOOK = Signature.LOOK;
  private static final int LENGTH = LOOK * LOOK;

  /// Measures all pictures; the sign is that of the majority.
  public static Polarities of(List<Signature> signatures, Execution execution) {
    float[][] looks = new float[signatures.size()][];
    for (int i = 0; i < looks.length; i++) {
      looks[i] = normalized(signatures.get(i).look());
    }
    CropWindows windows = CropWindows.of(mean(looks), LOOK);
    for (int round = 1; round < ROUNDS; round++) {
      windows = CropWindows.of(template(looks, fits(looks, windows, execution)), CropWindows.SIDE);
    }
    Fit[] last = fits(looks, windows, execution);
    double[] margins = new double[last.length];
    double[] fits = new double[last.length];
    long negative = Arrays.stream(last).filter(fit -> fit.margin() < 0).count();
    int majority = 2 * negative > last.length ? -1 : 1;
    for (int i = 0; i < last.length; i++) {
      margins[i] = majority * last[i].margin();
      fits[i] = Math.max(last[i].positive(), last[i].negative());
    }
    return new Polarities(margins, fits);
  }

  /// How well a picture fits, and where it fits best.
  ///
  /// @param positive the highest correlation as it is
  /// @param negative the highest as a negative
  /// @param window the place of the better one among the windows
  private record Fit(double positive, double negative, int window) {
    double margin() {
      return positive - negative;
    }
  }

  private static float[] normalized(byte[] look) {
    float[] values = new float[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      values[i] = look[i];
    }
    CropWindows.normalize(values);
    return values;
  }

  /// The mean of all, each with the sign that fits the others.
  private static float[] mean(float[][] looks) {
    int[] signs = new int[looks.length];
    Arrays.fill(signs, 1);
    float[] mean = new float[LENGTH];
    for (int round = 0; round < MEAN_ROUNDS; round++) {
      Arrays.fill(mean, 0);
      for (int i = 0; i < looks.length; i++) {
        for (int k = 0; k < LENGTH; k++) {
          mean[k] += signs[i] * looks[i][k];
        }
      }
      for (int i = 0; i < looks.length; i++) {
        signs[i] = CropWindows.product(looks[i], mean) < 0 ? -1 : 1;
      }
    }
    return mean;
  }

  private static Fit[] fits(float[][] looks, CropWindows windows, Execution execution) {
    Fit[] fits = new Fit[looks.length];
    execution.strips(
        looks.length,
        1,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            fits[i] = fit(looks[i], windows.values());
          }
        });
    return fits;
  }

  private static Fit fit(float[] look, List<float[]> windows) {
    double positive = -1;
    double negative = -1;
    int best = 0;
    int worst = 0;
    for (int i = 0; i < windows.size(); i++) {
      double product = CropWindows.product(look, windows.get(i));
      if (product > positive) {
        positive = product;
        best = i;
      }
      if (-product > negative) {
        negative = -product;
        worst = i;
      }
    }
    return new Fit(positive, negative, positive >= negative ? best : worst);
  }

  /// The mean of the pictures, each in its place.
  private static float[] template(float[][] looks, Fit[] fits) {
    int side = CropWindows.SIDE;
    float[] sums = new float[side * side];
    float[] counts = new float[side * side];
    List<Tile.Part> parts = new ArrayList<>(CropWindows.PARTS);
    for (int i = 0; i < looks.length; i++) {
      int sign = fits[i].margin() < 0 ? -1 : 1;
      CropWindows.addTo(sums, counts, looks[i], sign, parts.get(fits[i].window()));
    }
    for (int k = 0; k < sums.length; k++) {
      sums[k] = counts[k] > 0 ? sums[k] / counts[k] : 0;
    }
    return sums;
  }
}
