package penumbra.dicom.deidentify;

import java.util.List;
import penumbra.dicom.DicomObject;

/// The result of a [Deidentifier].
///
/// @param object the new object
/// @param changes what was done, by tag
/// @param warnings what a person has to check, since no program can, one sentence each
public record Deidentified(DicomObject object, List<Change> changes, List<String> warnings) {
  public Deidentified {
    changes = List.copyOf(changes);
    warnings = List.copyOf(warnings);
  }
}
