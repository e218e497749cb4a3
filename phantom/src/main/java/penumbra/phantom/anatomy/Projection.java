package penumbra.phantom.anatomy;

import penumbra.phantom.solid.Box;
import penumbra.phantom.solid.Ray;
import penumbra.phantom.solid.Vector;

/// Where each detector pixel's ray runs through the patient.
///
/// The X-rays start from a point 180 cm from the middle of the body, so that what is nearer to the
/// tube is shown larger. Pixel distances are measured in the plane through the body's middle. The
/// patient's own coordinates are those of a reference body; size and posture turn them into the
/// room's.
public final class Projection {
  private static final double TUBE_DISTANCE = 180;

  private final int height;
  private final int width;
  private final double pitch;
  private final double middleY;
  private final double sourceZ;
  private final double[] turned;
  private final Vector size;

  /// A view of `fieldWidth` cm of the room, its middle `middleY` cm below the body's middle.
  public Projection(int height, int width, double fieldWidth, double middleY, Physique physique) {
    this.height = height;
    this.width = width;
    this.pitch = fieldWidth / width;
    this.middleY = middleY;
    this.sourceZ = physique.antePosterior() ? TUBE_DISTANCE : -TUBE_DISTANCE;
    this.turned = rotation(physique);
    this.size = new Vector(physique.width(), physique.height(), physique.depth());
  }

  public int height() {
    return height;
  }

  public int width() {
    return width;
  }

  /// The width of a pixel in cm.
  public double pitch() {
    return pitch;
  }

  /// Sets `ray` to the one that meets the pixel's middle.
  public void ray(int row, int column, Ray ray) {
    double x = (column + 0.5 - width / 2.0) * pitch;
    double y = (row + 0.5 - height / 2.0) * pitch + middleY;
    double dz = -sourceZ;
    double[] m = turned;
    ray.through(
        (m[0] * x + m[3] * y) / size.x(),
        (m[1] * x + m[4] * y) / size.y(),
        (m[2] * x + m[5] * y) / size.z(),
        (m[0] * x + m[3] * y + m[6] * dz) / size.x(),
        (m[1] * x + m[4] * y + m[7] * dz) / size.y(),
        (m[2] * x + m[5] * y + m[8] * dz) / size.z());
    double along = (m[2] * x + m[5] * y + m[8] * dz) / size.z();
    ray.setStretch(Math.sqrt(x * x + y * y + dz * dz) / Math.abs(along));
  }

  /// The pixels that the box may touch.
  public Shadow shadow(Box box) {
    double left = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (int i = 0; i < 8; i++) {
      Vector p = box.corner(i);
      double px = p.x() * size.x();
      double py = p.y() * size.y();
      double pz = p.z() * size.z();
      double[] m = turned;
      double depth = (m[6] * px + m[7] * py + m[8] * pz) / sourceZ;
      double magnification = 1 / (1 - Math.clamp(depth, -0.8, 0.8));
      double x = (m[0] * px + m[1] * py + m[2] * pz) * magnification;
      double y = (m[3] * px + m[4] * py + m[5] * pz) * magnification;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    return new Shadow(
        clampedPixel((top - middleY) / pitch + height / 2.0 - 1, height),
        clampedPixel((bottom - middleY) / pitch + height / 2.0 + 2, height),
        clampedPixel(left / pitch + width / 2.0 - 1, width),
        clampedPixel(right / pitch + width / 2.0 + 2, width));
  }

  private static int clampedPixel(double position, int length) {
    return (int) Math.clamp(Math.floor(position), 0, length);
  }

  /// The rows `top <= row < bottom` and columns `left <= column < right`.
  public record Shadow(int top, int bottom, int left, int right) {
    public boolean isEmpty() {
      return top >= bottom || left >= right;
    }
  }

  /// The matrix from the patient's axes to the room's, row by row: turn, then nod, then tilt.
  private static double[] rotation(Physique physique) {
    double turn = StrictMath.toRadians(physique.turn());
    double nod = StrictMath.toRadians(physique.nod());
    double tilt = StrictMath.toRadians(physique.tilt());
    double ct = StrictMath.cos(turn);
    double st = StrictMath.sin(turn);
    double cn = StrictMath.cos(nod);
    double sn = StrictMath.sin(nod);
    double ci = StrictMath.cos(tilt);
    double si = StrictMath.sin(tilt);
    return new double[] {
      ci * ct - si * sn * st,
      -si * cn,
      ci * st + si * sn * ct,
      si * ct + ci * sn * st,
      ci * cn,
      si * st - ci * sn * ct,
      -cn * st,
      sn,
      cn * ct
    };
  }
}
