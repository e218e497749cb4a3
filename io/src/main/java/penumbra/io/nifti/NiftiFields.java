package penumbra.io.nifti;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import penumbra.io.format.FileSignatures;

/// The fields of a header of NIfTI-1 or NIfTI-2, which have the same names and meanings in other
/// places and widths.
///
/// @param header its bytes, in their order
/// @param second whether it is NIfTI-2
record NiftiFields(ByteBuffer header, boolean second) {
  /// How long the header of NIfTI-1 is.
  static final int FIRST_BYTES = 348;

  /// How long the header of NIfTI-2 is.
  static final int SECOND_BYTES = 540;

  private static final int FIRST_MAGIC = 344;
  private static final int SECOND_MAGIC = 4;
  private static final int FLAGS = 4;

  /// Whether these are the first bytes of a NIfTI file or of the header of a pair.
  static boolean recognises(byte[] head) {
    return FileSignatures.starts(head, FIRST_MAGIC, "n+1\0") || isSecond(head) || isOfPair(head);
  }

  /// Whether these are the first bytes of NIfTI-2.
  static boolean isSecond(byte[] head) {
    return FileSignatures.starts(head, SECOND_MAGIC, "n+2\0")
        || FileSignatures.starts(head, SECOND_MAGIC, "ni2\0");
  }

  /// Whether these are the first bytes of the header of a pair.
  static boolean isOfPair(byte[] head) {
    return FileSignatures.starts(head, FIRST_MAGIC, "ni1\0")
        || FileSignatures.starts(head, SECOND_MAGIC, "ni2\0");
  }

  /// Whether the line ends behind the mark of NIfTI-2 are as they were written; a transfer as text
  /// changes them.
  static boolean hasLineEnds(byte[] head) {
    return FileSignatures.starts(head, SECOND_MAGIC + FLAGS, "\r\n\u001a\n");
  }

  /// The fields in `bytes`, which may be too few.
  static NiftiFields of(byte[] bytes) {
    boolean second = isSecond(bytes);
    byte[] whole = java.util.Arrays.copyOf(bytes, second ? SECOND_BYTES : FIRST_BYTES);
    ByteBuffer header = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
    int size = second ? SECOND_BYTES : FIRST_BYTES;
    if (header.getInt(0) != size && Integer.reverseBytes(header.getInt(0)) == size) {
      header.order(ByteOrder.BIG_ENDIAN);
    }
    return new NiftiFields(header, second);
  }

  /// How long the header is.
  int bytes() {
    return second ? SECOND_BYTES : FIRST_BYTES;
  }

  int statedBytes() {
    return header.getInt(0);
  }

  int type() {
    return header.getShort(second ? 12 : 70);
  }

  int bits() {
    return header.getShort(second ? 14 : 72);
  }

  /// The number of axes for 0, else the length of an axis from 1 on.
  long dimension(int axis) {
    return second ? header.getLong(16 + 8 * axis) : header.getShort(40 + 2 * axis);
  }

  /// The step along an axis from 1 on; for 0, the side of the coordinates.
  double step(int axis) {
    return real(second ? 104 : 76, axis);
  }

  /// Where the first value is.
  double offset() {
    return second ? header.getLong(168) : header.getFloat(108);
  }

  double slope() {
    return second ? header.getDouble(176) : header.getFloat(112);
  }

  double intercept() {
    return second ? header.getDouble(184) : header.getFloat(116);
  }

  int units() {
    return second ? header.getInt(500) : header.get(123);
  }

  int rotationCode() {
    return second ? header.getInt(344) : header.getShort(252);
  }

  int matrixCode() {
    return second ? header.getInt(348) : header.getShort(254);
  }

  /// b, c and d of the quaternion.
  double quaternion(int part) {
    return real(second ? 352 : 256, part);
  }

  /// x, y and z of the first value, where the place is a rotation.
  double place(int part) {
    return real(second ? 376 : 268, part);
  }

  /// A number of the matrix of 3 rows and 4 columns.
  double matrix(int row, int column) {
    return real(second ? 400 : 280, 4 * row + column);
  }

  private double real(int from, int index) {
    return second ? header.getDouble(from + 8 * index) : header.getFloat(from + 4 * index);
  }
}
