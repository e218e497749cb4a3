package penumbra.dicom.deidentify;

import penumbra.dicom.Vr;

/// Dummy values, where a value is required.
final class DummyValues {
  private DummyValues() {}

  /// A value of that representation, as text; representations that are not text have none.
  static String text(Vr vr) {
    return switch (vr) {
      case DA -> "19000101";
      case TM -> "000000";
      case DT -> "19000101000000";
      case AS -> "000Y";
      case DS, IS -> "0";
      case AE, CS, LO, LT, PN, SH, ST, UC, UR, UT -> "ANONYMIZED";
      default -> "";
    };
  }
}
