package penumbra.io.format;

import static penumbra.core.InvalidInputException.require;

import java.util.List;

/// A variant in which a format is written: `nii` and `nii.gz` are two forms of NIfTI.
///
/// ```
/// OutputVariant form = new OutputVariant(List.of("tif", "tiff"), OutputVariant.Depth.ALL_VALUES, false);
/// ```
///
/// @param extensions the file extensions of this form, in lower case, without the leading dot; the
///   first is its name
/// @param depth which values it can store
/// @param needsOrigin whether it needs to know what an image was made from, and how
public record OutputVariant(List<String> extensions, Depth depth, boolean needsOrigin) {
  /// Which values a form can store.
  public enum Depth {
    /// Pictures of 8 bits.
    EIGHT_BITS,
    /// Pictures of 8 and 16 bits.
    SIXTEEN_BITS,
    /// Values of any type, rounded to 16 bits with a scale if necessary.
    SCALED_VALUES,
    /// Values of any type, exactly.
    ALL_VALUES
  }

  public OutputVariant {
    extensions = List.copyOf(extensions);
    require(
        !extensions.isEmpty(),
        "a form in which a format is written",
        "must have an ending",
        "without one",
        "give it one");
  }

  /// The name for users, which is its first extension.
  public String name() {
    return extensions.getFirst();
  }
}
