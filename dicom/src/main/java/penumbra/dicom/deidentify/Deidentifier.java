package penumbra.dicom.deidentify;

import java.util.List;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Tags;

/// De-identifies images: it removes who was examined, where, when and by whom. It follows the basic
/// application level confidentiality profile of DICOM PS3.15, annex E, with its options to keep
/// some of it.
///
/// ```
/// var deidentifier = new Deidentifier(Retention.none(), key, "0.1.0");
/// Deidentified result = deidentifier.apply(DicomReader.read(file, false));
/// DicomWriter.write(result.object(), target);
/// ```
///
/// **Removed:** each attribute of the standard's table E.1-1, in sequences too, as the table says;
/// all private elements, elements that the standard's registry does not list, overlays, curves,
/// signatures, and the file's preamble and meta header. It also removes names of persons, dates and
/// times that the table does not list. If text that may be kept contains a name or a patient's
/// number of the object, that word is masked, and so is the name of an institution. Local coding
/// schemes get new names.
///
/// **Replaced:** under one key, the same old identifier or patient always gets the same new
/// identifier or pseudonym, so that studies, series and references stay consistent over all files
/// of a run, and over runs with the same key. Without the key they cannot be traced back.
///
/// **Kept, so look at it:** the pixels. Text burnt into them is not detected; objects that may have
/// some get a warning. Text in other attributes is kept where the profile allows it.
public final class Deidentifier {
  private final Retention retention;
  private final Pseudonyms pseudonyms;
  private final String version;

  /// @param retention the options to keep something
  /// @param key at least 16 secret bytes
  /// @param version of Penumbra, which the objects name
  public Deidentifier(Retention retention, byte[] key, String version) {
    this.retention = retention;
    this.pseudonyms = new Pseudonyms(key);
    this.version = version;
  }

  /// The de-identified image.
  ///
  /// @throws DicomException if it is not an image: a person would have to read the text of reports
  ///   and documents
  public Deidentified apply(DicomObject object) throws DicomException {
    if (!object.data().has(Tags.PIXEL_DATA)) {
      throw new DicomException(
          "must hold an image", "has no pixel data", "leave it out, its text may name people");
    }
    Changes changes = new Changes();
    DataSet clean =
        new ProfileApplication(retention, pseudonyms, changes)
            .clean(HiddenOverlays.wiped(object.data()));
    DataSet nameless =
        NameMasking.of(object.data(), !retention.institution()).crossedOut(clean, changes);
    DataSet marked = nameless.with(DeidentificationElements.of(retention, version));
    return new Deidentified(
        DicomObject.of(object.syntax(), marked), changes.list(), warnings(object.data()));
  }

  private static List<String> warnings(DataSet data) {
    return BurnedIn.suspicion(data).map(List::of).orElse(List.of());
  }
}
