package penumbra.dicom.file;

/// The state of a data set's parser at its position.
///
/// @param encoding the encoding of elements here
/// @param depth the number of enclosing sequences
/// @param signed whether the nearest Pixel Representation says that pixels are two's complement; it
///   decides the type of some elements if files do not name it
record ParseContext(Encoding encoding, int depth, boolean signed) {
  static ParseContext top(Encoding encoding) {
    return new ParseContext(encoding, 0, false);
  }

  boolean bigEndian() {
    return encoding.bigEndian();
  }

  ParseContext inside(Encoding other) {
    return new ParseContext(other, depth + 1, signed);
  }

  ParseContext withSigned(boolean now) {
    return now == signed ? this : new ParseContext(encoding, depth, now);
  }
}
