package penumbra.dicom.deidentify;

import penumbra.dicom.Vr;

/// Values that say nothing, where one must stand.
final class Dummies {
  private Dummies() {}

  /// A value of that representation, as text; representations that are no text have none.
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
