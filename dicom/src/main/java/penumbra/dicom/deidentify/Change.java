package penumbra.dicom.deidentify;

import penumbra.dicom.Dictionary;
import penumbra.dicom.Tag;

/// What was done to the elements of one tag, within sequences too. Values are not told.
///
/// @param tag their number
/// @param treatment what was done
/// @param count to how many of them
public record Change(Tag tag, Treatment treatment, int count) {
  /// The element's name in the standard's registry, or that it is a maker's own.
  public String name() {
    return Dictionary.name(tag).orElse(tag.isPrivate() ? "private" : "not in the registry");
  }
}
