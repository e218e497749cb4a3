package penumbra.dicom.derive;

import java.util.Arrays;
import java.util.Optional;

/// The kinds of image that a derived image may keep, and what each requires of its pixels. Results
/// from all other kinds become secondary captures.
enum ResultClass {
  COMPUTED_RADIOGRAPHY("1.2.840.10008.5.1.4.1.1.1", 8, false),
  DIGITAL_X_RAY_FOR_PRESENTATION("1.2.840.10008.5.1.4.1.1.1.1", 8, true),
  DIGITAL_X_RAY_FOR_PROCESSING("1.2.840.10008.5.1.4.1.1.1.1.1", 8, true),
  MAMMOGRAPHY_FOR_PRESENTATION("1.2.840.10008.5.1.4.1.1.1.2", 8, true),
  MAMMOGRAPHY_FOR_PROCESSING("1.2.840.10008.5.1.4.1.1.1.2.1", 8, true),
  INTRAORAL_FOR_PRESENTATION("1.2.840.10008.5.1.4.1.1.1.3", 8, true),
  INTRAORAL_FOR_PROCESSING("1.2.840.10008.5.1.4.1.1.1.3.1", 8, true),
  COMPUTED_TOMOGRAPHY("1.2.840.10008.5.1.4.1.1.2", 12, false),
  MAGNETIC_RESONANCE("1.2.840.10008.5.1.4.1.1.4", 12, false),
  SECONDARY_CAPTURE("1.2.840.10008.5.1.4.1.1.7", 8, false),
  MULTI_FRAME_BYTES("1.2.840.10008.5.1.4.1.1.7.2", 8, true),
  MULTI_FRAME_WORDS("1.2.840.10008.5.1.4.1.1.7.3", 9, false);

  private final String uid;
  private final int leastBits;
  private final boolean plainOnly;

  ResultClass(String uid, int leastBits, boolean plainOnly) {
    this.uid = uid;
    this.leastBits = leastBits;
    this.plainOnly = plainOnly;
  }

  /// The class with that unique identifier, if a derived image may be of it.
  static Optional<ResultClass> of(String uid) {
    return Arrays.stream(values()).filter(kind -> kind.uid.equals(uid)).findFirst();
  }

  String uid() {
    return uid;
  }

  /// How many bits the standard wants stored at least.
  int leastBits() {
    return leastBits;
  }

  /// Whether stored numbers must be unsigned and the values themselves: slope 1, intercept 0.
  boolean plainOnly() {
    return plainOnly;
  }

  /// Whether it is an image of projected X-rays that says by its Presentation LUT Shape which end
  /// is light.
  boolean hasLutShape() {
    return plainOnly && this != MULTI_FRAME_BYTES;
  }

  /// Whether it is not meant to be looked at as it is, and so must not have a window.
  boolean isForProcessing() {
    return this == DIGITAL_X_RAY_FOR_PROCESSING
        || this == MAMMOGRAPHY_FOR_PROCESSING
        || this == INTRAORAL_FOR_PROCESSING;
  }

  boolean isMultiFrame() {
    return this == MULTI_FRAME_BYTES || this == MULTI_FRAME_WORDS;
  }

  /// Whether it must have the spacing of its pixels, which nobody knows once the size has changed.
  boolean needsSpacing() {
    return hasLutShape() || this == COMPUTED_TOMOGRAPHY || this == MAGNETIC_RESONANCE;
  }

  /// Whether stored numbers may be negative.
  boolean signs() {
    return !plainOnly && !isMultiFrame();
  }

  /// Whether it is of the kinds that hold whatever a workstation has to show.
  boolean isCapture() {
    return this == SECONDARY_CAPTURE || isMultiFrame();
  }
}
