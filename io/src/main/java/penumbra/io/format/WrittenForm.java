package penumbra.io.format;

import static penumbra.core.InvalidInputException.require;

import java.util.List;

/// A form in which a format is written: `nii` and `nii.gz` are two of NIfTI.
///
/// ```
/// WrittenForm form = new WrittenForm(List.of("tif", "tiff"), WrittenForm.Depth.ALL_VALUES, false);
/// ```
///
/// @param extensions the endings of names that ask for it, in lower case, without a dot first; the
///   first is what users call it
/// @param depth what of values it holds
/// @param needsOrigin whether it must be told what an image was made of, and how
public record WrittenForm(List<String> extensions, Depth depth, boolean needsOrigin) {
  /// What of values a form holds.
  public enum Depth {
    /// Pictures of 8 bits.
    EIGHT_BITS,
    /// Pictures of 8 and 16 bits.
    SIXTEEN_BITS,
    /// Values of any type, rounded where 16 bits with a scale cannot tell them apart.
    SCALED_VALUES,
    /// Values of any type, exactly.
    ALL_VALUES
  }

  public WrittenForm {
    extensions = List.copyOf(extensions);
    require(
        !extensions.isEmpty(),
        "a form in which a format is written",
        "must have an ending",
        "without one",
        "give it one");
  }

  /// What users call it, which is the first of its endings.
  public String name() {
    return extensions.getFirst();
  }
}
