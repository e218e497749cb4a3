package penumbra.dicom.codec.ebcot;

/// A stretch of coded bytes of a code-block behind which the arithmetic coder starts afresh.
public interface CodedSegment {
  /// How many coding passes it holds.
  int passes();

  /// How many bytes it has.
  int length();

  /// Copies them to `target`, from index `from` on.
  void copyTo(byte[] target, int from);
}
