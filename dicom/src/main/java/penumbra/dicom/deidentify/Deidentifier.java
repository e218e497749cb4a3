package penumbra.dicom.deidentify;

import java.util.List;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Tags;

/// Takes out of images what tells who was examined, where, when and by whom: the basic application
/// level confidentiality profile of DICOM PS3.15, annex E, with its options to keep some of it.
///
/// ```
/// var deidentifier = new Deidentifier(Retention.none(), key, "0.1.0");
/// Deidentified result = deidentifier.apply(DicomReader.read(file, false));
/// DicomWriter.write(result.object(), target);
/// ```
///
/// **What goes.** Each attribute of the standard's table E.1-1, in sequences too, as the table
/// says. Makers' private elements, elements that the standard's registry does not know, overlays,
/// curves, signatures, and the file's preamble and meta header, all. Beyond the table: names of
/// persons, dates and times that it does not list; and where text that may stay holds a name or a
/// patient's number that the object holds elsewhere, it is crossed out there.
///
/// **What comes instead.** New unique identifiers and patients' pseudonyms are the same for the
/// same old ones under one key, so that studies, series and references hold together over all files
/// of a run, and over runs with the same key. Without the key they lead nowhere.
///
/// **What stays and must be looked at:** the pixels. Text burnt into them is not found; objects
/// that may have some come with a warning. Text in other attributes stays where the profile lets
/// it.
public final class Deidentifier {
  private final Retention retention;
  private final Pseudonyms pseudonyms;
  private final String version;

  /// @param retention what is kept
  /// @param key at least 16 secret bytes
  /// @param version of Penumbra, which the objects name
  public Deidentifier(Retention retention, byte[] key, String version) {
    this.retention = retention;
    this.pseudonyms = new Pseudonyms(key);
    this.version = version;
  }

  /// The image without what identifies.
  ///
  /// @throws DicomException where it is no image: the text of reports and documents would have to
  ///   be read by a person
  public Deidentified apply(DicomObject object) throws DicomException {
    if (!object.data().has(Tags.PIXEL_DATA)) {
      throw new DicomException(
          "must hold an image", "has no pixel data", "leave it out, its text may name people");
    }
    Changes changes = new Changes();
    DataSet clean =
        new Cleaning(retention, pseudonyms, changes).clean(HiddenOverlays.wiped(object.data()));
    DataSet nameless = NameTraces.of(object.data()).crossedOut(clean, changes);
    DataSet marked = nameless.with(Marks.of(retention, version));
    return new Deidentified(
        DicomObject.of(object.syntax(), marked), changes.list(), warnings(object.data()));
  }

  private static List<String> warnings(DataSet data) {
    return BurnedIn.suspicion(data).map(List::of).orElse(List.of());
  }
}
