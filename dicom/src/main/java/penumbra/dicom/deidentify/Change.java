package penumbra.dicom.deidentify;

import penumbra.dicom.Dictionary;
import penumbra.dicom.Tag;

/// What was done to the elements of one tag, in sequences too. It contains no values.
///
/// @param tag their number
/// @param treatment what was done
/// @param count to how many of them
public record Change(Tag tag, Treatment treatment, int count) {
  /// The element's name in the standard's registry, or that it is private.
  public String name() {
    return Dictionary.name(tag).orElse(tag.isPrivate() ? "private" : "not in the registry");
  }
}
