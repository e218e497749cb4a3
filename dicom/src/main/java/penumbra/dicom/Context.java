package penumbra.dicom;

/// What a data set's parser knows of where it is.
///
/// @param encoding how elements are written down here
/// @param depth how many sequences are around
/// @param signed whether the nearest Pixel Representation says that pixels are two's complement, on
///   which the type of some elements depends where files do not name it
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
