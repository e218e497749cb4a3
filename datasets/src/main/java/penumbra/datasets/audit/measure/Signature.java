package penumbra.datasets.audit.measure;

import penumbra.core.NdArray;

/// The data of a picture for finding its near duplicates: low frequencies of the equalised picture,
/// of the whole and of parts of it, because a copy may be cropped.
///
/// ```
/// Signature signature = Signature.of(levels);
/// ```
///
/// The picture is resized to 32 x 32 values, equalised ([Tile#evened]) and transformed (DCT-II).
/// The 128 coefficients of lowest frequency, in order of diagonals and without the mean, are stored
/// as bytes: the sign, and 40 times the root of the magnitude. A negative has the opposite
/// coefficients. `1.2` KiB per image.
///
/// @param views the coefficients of each of [#VIEWS]; callers must not modify them
/// @param look the equalised picture, 16 x 16, as bytes from -127 to 127; callers must not modify
///   it
@SuppressWarnings("ArrayRecordComponent") // not compared
public record Signature(byte[][] views, byte[] look) {
  /// The number of coefficients.
  static final int LENGTH = 128;

  /// The side of [#look].
  public static final int LOOK = 16;

  /// The whole picture, and what remains of it after cropping.
  private static final Tile.Part[] VIEWS = {
    Tile.Part.WHOLE,
    new Tile.Part(0.01, 0.01, 0.99, 0.99),
    new Tile.Part(0.02, 0.02, 0.98, 0.98),
    new Tile.Part(0.02, 0.02, 1, 1),
    new Tile.Part(0.02, 0, 1, 0.98),
    new Tile.Part(0, 0.02, 0.98, 1),
    new Tile.Part(0, 0, 0.98, 0.98)
  };

  private static final int WORKED_ON = 128;
  private static final int SIDE = 32;
  private static final int FREQUENCIES = 16;
  private static final double SCALE = 40;
  private static final float[][] COSINES = cosines();
  private static final int[][] ORDER = order();

  /// The place of the coefficient (row, column) in the order, or -1.
  private static final int[][] PLACES = places();

  static Signature of(NdArray levels) {
    Tile tile = Tile.of(levels, WORKED_ON);
    byte[][] views = new byte[VIEWS.length][];
    for (int i = 0; i < views.length; i++) {
      views[i] = coefficients(tile.part(VIEWS[i], SIDE).evened());
    }
    float[] evened = tile.part(Tile.Part.WHOLE, LOOK).evened().values();
    byte[] look = new byte[LOOK * LOOK];
    for (int i = 0; i < look.length; i++) {
      look[i] = (byte) Math.rint(254 * evened[i]);
    }
    return new Signature(views, look);
  }

  /// The coefficients of the whole picture in that orientation. A few of the highest frequencies,
  /// which are not stored, are 0.
  byte[] turned(PictureTurn orientation) {
    byte[] whole = views[0];
    byte[] turned = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      int[] from = orientation.source(ORDER[i][0], ORDER[i][1]);
      int place = PLACES[from[0]][from[1]];
      int sign = orientation.negates(ORDER[i][0], ORDER[i][1]) ? -1 : 1;
      turned[i] = place < 0 ? 0 : (byte) (sign * whole[place]);
    }
    return turned;
  }

  private static byte[] coefficients(Tile evened) {
    float[] rows = new float[SIDE * FREQUENCIES];
    for (int y = 0; y < SIDE; y++) {
      for (int u = 0; u < FREQUENCIES; u++) {
        float sum = 0;
        for (int x = 0; x < SIDE; x++) {
          sum += COSINES[u][x] * evened.values()[y * SIDE + x];
        }
        rows[y * FREQUENCIES + u] = sum;
      }
    }
    byte[] found = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      float sum = 0;
      for (int y = 0; y < SIDE; y++) {
        sum += COSINES[ORDER[i][0]][y] * rows[y * FREQUENCIES + ORDER[i][1]];
      }
      double root = Math.signum(sum) * Math.sqrt(Math.abs(sum)) * SCALE;
      found[i] = (byte) Math.clamp(Math.rint(root), -127, 127);
    }
    return found;
  }

  /// The rows of the orthonormal DCT-II.
  private static float[][] cosines() {
    float[][] cosines = new float[FREQUENCIES][SIDE];
    for (int u = 0; u < FREQUENCIES; u++) {
      double scale = Math.sqrt((u == 0 ? 1.0 : 2.0) / SIDE);
      for (int x = 0; x < SIDE; x++) {
        cosines[u][x] = (float) (scale * StrictMath.cos(Math.PI * (2 * x + 1) * u / (2 * SIDE)));
      }
    }
    return cosines;
  }

  private static int[][] places() {
    int[][] places = new int[FREQUENCIES][FREQUENCIES];
    for (int[] line : places) {
      java.util.Arrays.fill(line, -1);
    }
    for (int i = 0; i < LENGTH; i++) {
      places[ORDER[i][0]][ORDER[i][1]] = i;
    }
    return places;
  }

  /// (row, column) of the coefficients, diagonal after diagonal.
  private static int[][] order() {
    int[][] order = new int[LENGTH][];
    int next = 0;
    for (int diagonal = 1; next < LENGTH; diagonal++) {
      for (int row = 0; row <= diagonal && next < LENGTH; row++) {
        if (row < FREQUENCIES && diagonal - row < FREQUENCIES) {
          order[next++] = new int[] {row, diagonal - row};
        }
      }
    }
    return order;
  }
}
