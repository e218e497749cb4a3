package penumbra.dicom.file;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;

/// The transfer syntax that a meta header names.
///
/// @param uid its unique identifier; empty where none is named
/// @param syntax the syntax; null where none is named, or it is unknown
/// @param pixelsBigEndian whether only the pixels are big-endian
record NamedSyntax(String uid, @Nullable TransferSyntax syntax, boolean pixelsBigEndian) {
  private static final String GE = "1.2.840.113619.5.2";
  private static final String PAPYRUS = "1.2.840.10008.1.20";
  private static final String PHILIPS = "1.3.46.670589.33.1.4.1";

  static NamedSyntax of(DataSet meta) {
    String uid = meta.text(Tags.TRANSFER_SYNTAX_UID).orElse("");
    return switch (uid) {
      case GE -> new NamedSyntax(uid, TransferSyntax.IMPLICIT_LITTLE_ENDIAN, true);
      case PAPYRUS -> new NamedSyntax(uid, TransferSyntax.IMPLICIT_LITTLE_ENDIAN, false);
      case PHILIPS -> new NamedSyntax(uid, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, false);
      default -> new NamedSyntax(uid, TransferSyntax.of(uid).orElse(null), false);
    };
  }

  /// What is odd about it.
  Optional<String> note() {
    return switch (uid) {
      case GE ->
          Optional.of(
              "The transfer syntax is GE's " + GE + ": implicit little-endian, pixels big-endian.");
      case PAPYRUS ->
          Optional.of("The transfer syntax is that of Papyrus 3: implicit little-endian.");
      case PHILIPS ->
          Optional.of("The transfer syntax is Philips' " + PHILIPS + ": explicit little-endian.");
      default -> Optional.empty();
    };
  }

  /// Whether one is named that nobody knows.
  boolean isUnknown() {
    return syntax == null && !uid.isEmpty();
  }

  /// The error for an unknown one.
  DicomException unknown() {
    return new DicomException(
        "must have a known transfer syntax",
        "has '" + uid + "'",
        "convert it to Explicit VR Little Endian, for instance with dcmconv");
  }
}
