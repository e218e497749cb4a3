package penumbra.io.nifti;

import java.nio.ByteBuffer;
import java.util.Optional;
import penumbra.core.PatientPosition;
import penumbra.core.PatientPosition.Vector;

/// Where the values of a NIfTI file are in the patient: the matrix of its header (sform), else the
/// rotation (qform).
///
/// In NIfTI x points to the patient's right and y to the front, in [PatientPosition] to the left
/// and to the back; z points to the head in both. Both give the position of the centre of a value.
final class NiftiPlacement {
  private static final int HANDEDNESS = 76;
  private static final int QFORM_CODE = 252;
  private static final int SFORM_CODE = 254;
  private static final int QUATERNION = 256;
  private static final int OFFSET = 268;
  private static final int ROWS = 280;
  private static final short SCANNER = 1;
  private static final double SQUARE = 1e-4;

  private NiftiPlacement() {}

  /// Reads what the header says; nothing where that is no placement.
  ///
  /// @param unit the header's unit of length in millimetres
  static Optional<PatientPosition> read(NiftiFields header, double unit) {
    Optional<PatientPosition> found = Optional.empty();
    if (header.matrixCode() > 0) {
      found =
          Optional.of(
              new PatientPosition(
                  column(header, 3), column(header, 2), column(header, 1), column(header, 0)));
    } else if (header.rotationCode() > 0) {
      found = Optional.of(rotated(header));
    }
    return found
        .map(placement ->
            new PatientPosition(
                turned(placement.origin()).times(unit),
                turned(placement.slice()).times(unit),
                turned(placement.row()).times(unit),
                turned(placement.column()).times(unit)))
        .filter(NiftiPlacement::spans);
  }

  /// Converts between the two coordinate systems, in either direction.
  private static Vector turned(Vector vector) {
    return new Vector(0 - vector.x(), 0 - vector.y(), vector.z()); // 0 has no sign so
  }

  private static Vector column(NiftiFields header, int of) {
    return new Vector(header.matrix(0, of), header.matrix(1, of), header.matrix(2, of));
  }

  /// The rotation of the quaternion a + bi + cj + dk of length 1, of which a is not written down.
  private static PatientPosition rotated(NiftiFields header) {
    double b = header.quaternion(0);
    double c = header.quaternion(1);
    double d = header.quaternion(2);
    double a = Math.sqrt(Math.max(0, 1 - (b * b + c * c + d * d)));
    Vector i = new Vector(a * a + b * b - c * c - d * d, 2 * (b * c + a * d), 2 * (b * d - a * c));
    Vector j = new Vector(2 * (b * c - a * d), a * a + c * c - b * b - d * d, 2 * (c * d + a * b));
    Vector k = new Vector(2 * (b * d + a * c), 2 * (c * d - a * b), a * a + d * d - b * b - c * c);
    double hand = header.step(0) < 0 ? -1 : 1;
    return new PatientPosition(
        new Vector(header.place(0), header.place(1), header.place(2)),
        k.times(hand * header.step(3)),
        j.times(header.step(2)),
        i.times(header.step(1)));
  }

  private static boolean spans(PatientPosition placement) {
    double volume = placement.slice().dot(placement.column().cross(placement.row()));
    return Math.abs(volume) > 0
        && Double.isFinite(volume)
        && Double.isFinite(placement.origin().length());
  }

  /// Writes the matrix, and where its axes are at right angles the rotation too.
  static void write(PatientPosition placement, ByteBuffer header) {
    Vector[] columns = {
      turned(placement.column()),
      turned(placement.row()),
      turned(placement.slice()),
      turned(placement.origin())
    };
    header.putShort(SFORM_CODE, SCANNER);
    for (int of = 0; of < columns.length; of++) {
      int at = ROWS + 4 * of;
      header.putFloat(at, (float) columns[of].x());
      header.putFloat(at + 16, (float) columns[of].y());
      header.putFloat(at + 32, (float) columns[of].z());
    }
    Vector i = columns[0].unit();
    Vector j = columns[1].unit();
    Vector k = columns[2].unit();
    if (Math.abs(i.dot(j)) < SQUARE && Math.abs(i.dot(k)) < SQUARE && Math.abs(j.dot(k)) < SQUARE) {
      writeRotation(i, j, k, columns[3], header);
    }
  }

  private static void writeRotation(
      Vector i, Vector j, Vector k, Vector origin, ByteBuffer header) {
    double hand = i.cross(j).dot(k) < 0 ? -1 : 1;
    Vector third = k.times(hand);
    double[] quaternion = quaternion(i, j, third);
    header.putShort(QFORM_CODE, SCANNER);
    header.putFloat(HANDEDNESS, (float) hand);
    for (int part = 0; part < quaternion.length; part++) {
      header.putFloat(QUATERNION + 4 * part, (float) quaternion[part]);
    }
    header.putFloat(OFFSET, (float) origin.x());
    header.putFloat(OFFSET + 4, (float) origin.y());
    header.putFloat(OFFSET + 8, (float) origin.z());
  }

  /// b, c and d of the rotation whose columns these are, with a not negative. Each of a, b, c and d
  /// is its square's root, its sign that of the difference that holds it; so no division can be by
  /// a small number.
  private static double[] quaternion(Vector i, Vector j, Vector k) {
    double b = Math.sqrt(Math.max(0, 1 + i.x() - j.y() - k.z())) / 2;
    double c = Math.sqrt(Math.max(0, 1 - i.x() + j.y() - k.z())) / 2;
    double d = Math.sqrt(Math.max(0, 1 - i.x() - j.y() + k.z())) / 2;
    double a = Math.sqrt(Math.max(0, 1 + i.x() + j.y() + k.z())) / 2;
    // With a at 0 the differences say nothing: the signs are those of the products with the
    // largest.
    if (a < SQUARE) {
      return ofHalfTurn(i, j, b, c, d);
    }
    return new double[] {
      Math.copySign(b, j.z() - k.y()),
      Math.copySign(c, k.x() - i.z()),
      Math.copySign(d, i.y() - j.x())
    };
  }

  private static double[] ofHalfTurn(Vector i, Vector j, double b, double c, double d) {
    if (b >= c && b >= d) {
      return new double[] {b, Math.copySign(c, i.y()), Math.copySign(d, i.z())};
    }
    return c >= d
        ? new double[] {Math.copySign(b, i.y()), c, Math.copySign(d, j.z())}
        : new double[] {Math.copySign(b, i.z()), Math.copySign(c, j.z()), d};
  }
}
