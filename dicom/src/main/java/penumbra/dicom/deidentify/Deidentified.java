package penumbra.dicom.deidentify;

import java.util.List;
import penumbra.dicom.DicomObject;

/// An object out of which a [Deidentifier] took what identifies.
///
/// @param object the new object
/// @param changes what was done, by tag
/// @param warnings what no program can decide and a person has to look at, one sentence each
public record Deidentified(DicomObject object, List<Change> changes, List<String> warnings) {
  public Deidentified {
    changes = List.copyOf(changes);
    warnings = List.copyOf(warnings);
  }
}
