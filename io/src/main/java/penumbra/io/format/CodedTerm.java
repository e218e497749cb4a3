package penumbra.io.format;

/// A term of a published vocabulary, by its code.
///
/// ```
/// CodedTerm blur = CodedTerm.dicom("113088", "Gaussian blur");
/// ```
///
/// @param value the code, at most 16 characters
/// @param scheme whose code it is: `DCM` for DICOM's own, PS3.16 annex D
/// @param meaning the words for it, at most 64 characters
public record CodedTerm(String value, String scheme, String meaning) {
  /// A term of DICOM's own vocabulary.
  public static CodedTerm dicom(String value, String meaning) {
    return new CodedTerm(value, "DCM", meaning);
  }
}
