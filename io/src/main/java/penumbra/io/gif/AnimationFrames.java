package penumbra.io.gif;

import java.util.ArrayList;
import java.util.List;
import penumbra.core.DType;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;

/// Brings pictures of different sizes to one size, for an animation.
///
/// ```
/// Gif.write(AnimationFrames.fit(pictures, 512), 1, file);
/// ```
public final class AnimationFrames {
  private AnimationFrames() {}

  /// Scales each picture whose longer side exceeds `maxSide` down to it, every new pixel the mean
  /// of the area it covers, keeps the others as they are, and centres all on black of one size: the
  /// smallest that holds them. Takes (height, width) and (height, width, 3) `UINT8`, also mixed.
  public static List<NdArray> fit(List<NdArray> pictures, int maxSide) {
    InvalidInputException.require(
        maxSide >= 1,
        "the longest side of a frame",
        "must be at least 1",
        maxSide,
        "give 512, say");
    List<NdArray> scaled = new ArrayList<>();
    int height = 0;
    int width = 0;
    for (NdArray picture : pictures) {
      NdArray frame = scale(picture, maxSide);
      scaled.add(frame);
      height = Math.max(height, frame.length(0));
      width = Math.max(width, frame.length(1));
    }
    List<NdArray> centred = new ArrayList<>();
    for (NdArray frame : scaled) {
      centred.add(centre(frame, height, width));
    }
    return centred;
  }

  private static NdArray scale(NdArray picture, int maxSide) {
    boolean colour = picture.rank() == 3 && picture.length(2) == 3;
    InvalidInputException.require(
        picture.type() == DType.UINT8 && picture.size() > 0 && (picture.rank() == 2 || colour),
        "a frame",
        "must be (height, width) or (height, width, 3) uint8",
        picture,
        "normalise it to 0..255 or apply a colormap");
    int height = picture.length(0);
    int width = picture.length(1);
    int longest = Math.max(height, width);
    if (longest <= maxSide) {
      return picture;
    }
    int newHeight = Math.max(1, Math.round((float) height * maxSide / longest));
    int newWidth = Math.max(1, Math.round((float) width * maxSide / longest));
    int bands = colour ? 3 : 1;
    // Rows first, then columns: the mean over a rectangle is the mean of its rows' means.
    double[] values = mean(picture.toDoubles(), 1, height, newHeight, width * bands);
    values = mean(values, newHeight, width, newWidth, bands);
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (values[i] + 0.5);
    }
    return colour
        ? NdArray.ofUint8(bytes, newHeight, newWidth, 3)
        : NdArray.ofUint8(bytes, newHeight, newWidth);
  }

  /// Shortens the middle axis of (outer, from, inner) to `to` by means over the stretch covered.
  private static double[] mean(double[] values, int outer, int from, int to, int inner) {
    double[] result = new double[outer * to * inner];
    double step = (double) from / to;
    // Line by line as they lie in memory.
    for (int o = 0; o < outer; o++) {
      for (int i = 0; i < to; i++) {
        double start = i * step;
        double end = Math.min(from, (i + 1) * step);
        int target = (o * to + i) * inner;
        for (int k = (int) start; k < end; k++) {
          double share = (Math.min(end, k + 1) - Math.max(start, k)) / (end - start);
          int source = (o * from + k) * inner;
          for (int j = 0; j < inner; j++) {
            result[target + j] += share * values[source + j];
          }
        }
      }
    }
    return result;
  }

  private static NdArray centre(NdArray frame, int height, int width) {
    int bands = frame.rank() == 2 ? 1 : 3;
    int top = (height - frame.length(0)) / 2;
    int left = (width - frame.length(1)) / 2;
    byte[] source = frame.toBytes();
    byte[] canvas = new byte[height * width * bands];
    int row = frame.length(1) * bands;
    for (int y = 0; y < frame.length(0); y++) {
      System.arraycopy(source, y * row, canvas, ((y + top) * width + left) * bands, row);
    }
    return bands == 1
        ? NdArray.ofUint8(canvas, height, width)
        : NdArray.ofUint8(canvas, height, width, 3);
  }
}
