package penumbra.dicom;

import java.util.List;

/// A data set and how it stands in its file.
///
/// ```
/// DicomObject object = DicomReader.read(Path.of("chest.dcm"));
/// int rows = object.data().integer(Tags.ROWS).orElseThrow();
/// ```
///
/// @param meta the file's meta header, group 0002; empty where there is none
/// @param syntax how the data set is written down; where a file's own claim is found wrong, what it
///   turned out to be
/// @param data the data set
/// @param notes what is odd about the file, a line each
public record DicomObject(DataSet meta, TransferSyntax syntax, DataSet data, List<String> notes) {
  public DicomObject {
    notes = List.copyOf(notes);
  }

  /// An object about which nothing is odd.
  public DicomObject(DataSet meta, TransferSyntax syntax, DataSet data) {
    this(meta, syntax, data, List.of());
  }

  /// An object to be written, whose meta header the writer will make.
  public static DicomObject of(TransferSyntax syntax, DataSet data) {
    return new DicomObject(DataSet.empty(), syntax, data);
  }
}
