package penumbra.datasets.audit.measure;

import java.util.Arrays;
import java.util.List;

/// A linear classifier of pictures: ridge regression of the class, 1 or -1, on the 16 x 16 values
/// of [Signature#look], on their differences from the mirrored picture, and on some features. The
/// differences show a change in one lung, whatever its position.
///
/// ```
/// double score = Discriminant.of(images, isOfClass).score(image);
/// ```
///
/// **Source:** A. E. Hoerl, R. W. Kennard, Ridge regression, 1970, doi:10.2307/1267351.
public final class Discriminant {
  private static final List<String> FEATURES =
      List.of("brightness", "contrast", "sharpness", "aspect");
  private static final int LOOKS = Signature.LOOK * Signature.LOOK;
  private static final int PAIRS = LOOKS / 2;
  private static final int LENGTH = LOOKS + PAIRS + FEATURES.size();
  private static final double RIDGE = 1;

  private final double[] means = new double[LENGTH];
  private final double[] deviations = new double[LENGTH];
  private double[] weights = new double[LENGTH];

  private Discriminant() {}

  /// The classifier for a class; `own` says for each image whether it belongs to the class.
  static Discriminant of(List<AuditedImage> images, boolean[] own) {
    Discriminant line = new Discriminant();
    int n = images.size();
    for (AuditedImage image : images) {
      double[] values = values(image);
      for (int i = 0; i < LENGTH; i++) {
        line.means[i] += values[i] / n;
      }
    }
    for (AuditedImage image : images) {
      double[] values = values(image);
      for (int i = 0; i < LENGTH; i++) {
        double distance = values[i] - line.means[i];
        line.deviations[i] += distance * distance / n;
      }
    }
    for (int i = 0; i < LENGTH; i++) {
      line.deviations[i] = line.deviations[i] > 0 ? Math.sqrt(line.deviations[i]) : 1;
    }
    line.fit(images, own);
    return line;
  }

  private void fit(List<AuditedImage> images, boolean[] own) {
    int members = 0;
    for (boolean one : own) {
      members += one ? 1 : 0;
    }
    // Both classes have the same total weight.
    double weightOfOwn = 0.5 / Math.max(1, members);
    double weightOfOthers = 0.5 / Math.max(1, own.length - members);
    double[][] matrix = new double[LENGTH][LENGTH];
    double[] right = new double[LENGTH];
    for (int k = 0; k < own.length; k++) {
      double[] values = standardised(images.get(k));
      double weight = own[k] ? weightOfOwn : weightOfOthers;
      for (int i = 0; i < LENGTH; i++) {
        right[i] += weight * values[i] * (own[k] ? 1 : -1);
        for (int j = 0; j <= i; j++) {
          matrix[i][j] += weight * values[i] * values[j];
        }
      }
    }
    for (int i = 0; i < LENGTH; i++) {
      matrix[i][i] += RIDGE;
      for (int j = 0; j < i; j++) {
        matrix[j][i] = matrix[i][j];
      }
    }
    weights = LinearSystem.solve(matrix, right);
  }

  /// The larger the value, the more the image looks like the class.
  double score(AuditedImage image) {
    double[] values = standardised(image);
    double score = 0;
    for (int i = 0; i < LENGTH; i++) {
      score += weights[i] * values[i];
    }
    return score;
  }

  private double[] standardised(AuditedImage image) {
    double[] values = values(image);
    for (int i = 0; i < LENGTH; i++) {
      values[i] = (values[i] - means[i]) / deviations[i];
    }
    return values;
  }

  private static double[] values(AuditedImage image) {
    double[] values = new double[LENGTH];
    byte[] look = image.signature().look();
    for (int i = 0; i < LOOKS; i++) {
      values[i] = look[i];
    }
    int half = Signature.LOOK / 2;
    for (int i = 0; i < PAIRS; i++) {
      int row = i / half * Signature.LOOK;
      int column = i % half;
      int mirrored = Signature.LOOK - 1 - column;
      values[LOOKS + i] = Math.abs(look[row + column] - look[row + mirrored]);
    }
    for (Feature feature : Feature.ALL) {
      int at = FEATURES.indexOf(feature.key());
      if (at >= 0) {
        values[LOOKS + PAIRS + at] = feature.of(image);
      }
    }
    return values;
  }

  /// How well the classifier from `images` separates the class among `judged`.
  public static Auc judge(
      List<AuditedImage> images, boolean[] own, List<AuditedImage> judged, boolean[] judgedOwn) {
    Discriminant line = of(images, own);
    double[] positives = new double[judged.size()];
    double[] negatives = new double[judged.size()];
    int p = 0;
    int n = 0;
    for (int i = 0; i < judged.size(); i++) {
      if (judgedOwn[i]) {
        positives[p++] = line.score(judged.get(i));
      } else {
        negatives[n++] = line.score(judged.get(i));
      }
    }
    return Auc.of(Arrays.copyOf(positives, p), Arrays.copyOf(negatives, n));
  }
}
