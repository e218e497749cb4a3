package penumbra.dicom.file;

import penumbra.dicom.TransferSyntax;

/// How elements are encoded.
///
/// @param explicit whether each element names its value representation
/// @param bigEndian whether numbers have their most significant byte first
record Encoding(boolean explicit, boolean bigEndian) {
  static final Encoding IMPLICIT = new Encoding(false, false);
  static final Encoding EXPLICIT = new Encoding(true, false);

  static Encoding of(TransferSyntax syntax) {
    return new Encoding(syntax.isExplicit(), syntax.isBigEndian());
  }

  /// The transfer syntax of a data set in this encoding without compressed pixels. There is none
  /// for implicit big endian; its numbers are swapped like those of the returned syntax.
  TransferSyntax syntax() {
    if (bigEndian) {
      return TransferSyntax.EXPLICIT_BIG_ENDIAN;
    }
    return explicit ? TransferSyntax.EXPLICIT_LITTLE_ENDIAN : TransferSyntax.IMPLICIT_LITTLE_ENDIAN;
  }

  @Override
  public String toString() {
    return (explicit ? "explicit" : "implicit") + (bigEndian ? " big-endian" : " little-endian");
  }
}
