package penumbra.dicom;

/// The state of a data set's parser at its position.
///
/// @param encoding the encoding of elements here
/// @param depth the number of enclosing sequences
/// @param signed whether the nearest Pixel Representation says that pixels are two's complement,
///   which decides the type of some elements if files do not name it
record Context(Encoding encoding, int depth, boolean signed) {
  static Context top(Encoding encoding) {
    return new Context(encoding, 0, false);
  }

  boolean bigEndian() {
    return encoding.bigEndian();
  }

  Context inside(Encoding other) {
    return new Context(other, depth + 1, signed);
  }

  Context withSigned(boolean now) {
    return now == signed ? this : new Context(encoding, depth, now);
  }
}
