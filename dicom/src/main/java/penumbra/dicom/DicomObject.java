package penumbra.dicom;

import java.util.ArrayList;
import java.util.List;

/// A data set, and how its file encodes it.
///
/// ```
/// DicomObject object = DicomReader.read(Path.of("chest.dcm"));
/// int rows = object.data().integer(Tags.ROWS).orElseThrow();
/// ```
///
/// @param meta the file's meta header, group 0002; empty if there is none
/// @param syntax the encoding of the data set; if the file names a wrong one, the actual encoding
/// @param data the data set
/// @param notes what is odd about the file, a line each
public record DicomObject(DataSet meta, TransferSyntax syntax, DataSet data, List<String> notes) {
  public DicomObject {
    notes = List.copyOf(notes);
  }

  /// An object without notes.
  public DicomObject(DataSet meta, TransferSyntax syntax, DataSet data) {
    this(meta, syntax, data, List.of());
  }

  /// An object to be written. The writer creates its meta header.
  public static DicomObject of(TransferSyntax syntax, DataSet data) {
    return new DicomObject(DataSet.empty(), syntax, data);
  }

  /// This object, if nothing about its file is odd.
  ///
  /// @throws DicomException that names the first oddity
  public DicomObject strictly() throws DicomException {
    checkNotOdd(notes);
    return this;
  }

  /// Throws if there are notes, naming the first.
  public static void checkNotOdd(List<String> notes) throws DicomException {
    if (!notes.isEmpty()) {
      String first = notes.getFirst();
      String words = first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
      throw new DicomException(
          "must have nothing odd to be read strictly",
          "has this: " + words,
          "ask its maker to correct it, or do not read it strictly");
    }
  }

  /// The same with another note, before the others.
  public DicomObject withNote(String note) {
    List<String> all = new ArrayList<>(List.of(note));
    all.addAll(notes);
    return new DicomObject(meta, syntax, data, all);
  }
}
