package penumbra.dicom;

/// A coded concept, as sequences of codes hold it.
///
/// ```
/// Element.ofItems(Tags.DERIVATION_CODE_SEQUENCE, List.of(Code.dcm("113088", "Gaussian blur").item()));
/// ```
///
/// @param value the code, at most 16 characters
/// @param scheme whose code it is: `DCM` for the standard's own, PS3.16 annex D
/// @param meaning the words for it, at most 64 characters
public record Code(String value, String scheme, String meaning) {
  /// A code of the standard's own.
  public static Code dcm(String value, String meaning) {
    return new Code(value, "DCM", meaning);
  }

  /// The item of a sequence.
  public DataSet item() {
    return DataSet.of(
        Element.ofText(Tags.CODE_VALUE, Vr.SH, value),
        Element.ofText(Tags.CODING_SCHEME_DESIGNATOR, Vr.SH, scheme),
        Element.ofText(Tags.CODE_MEANING, Vr.LO, meaning));
  }
}
