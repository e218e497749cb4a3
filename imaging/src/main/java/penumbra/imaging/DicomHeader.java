package penumbra.imaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import penumbra.dicom.DicomObject;
import penumbra.dicom.file.DicomReader;
import penumbra.dicom.header.HeaderJson;
import penumbra.dicom.header.HeaderLines;
import penumbra.io.archive.Archives;
import penumbra.io.format.ReadOptions;

/// All elements of a DICOM file, written out.
///
/// ```
/// DicomHeader.of(Path.of("chest.dcm")).toLines().forEach(out::println);
/// ```
///
/// @param file the file, as it was named
/// @param object its content; for a damaged file as much as can be read
public record DicomHeader(Path file, DicomObject object) {
  /// Reads the file. A damaged one is read as far as possible, because the header may show the
  /// cause.
  public static DicomHeader of(Path named) throws IOException {
    Path file = Archives.resolve(named);
    return new DicomHeader(file, DicomReader.read(file, true));
  }

  /// The same of a file that is refused if anything about it is odd and `options` are strict.
  public static DicomHeader of(Path named, ReadOptions options) throws IOException {
    if (!options.strict()) {
      return of(named);
    }
    Path file = Archives.resolve(named);
    return new DicomHeader(file, DicomReader.readStrictly(file));
  }

  /// The elements for programs: the data set in the DICOM JSON model (PS3.18 annex F), which cannot
  /// hold the meta header or the notes; these are separate fields.
  public Map<String, Object> toJson() {
    HeaderJson data = HeaderJson.of(object.data());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", file.toString());
    json.put("meta", HeaderJson.of(object.meta()).model());
    json.put("data_set", data.model());
    json.put("left_out", data.leftOut());
    json.put("odd", object.notes());
    return json;
  }

  /// The elements for people, one line each.
  public List<String> toLines() {
    List<String> lines = new ArrayList<>();
    lines.add(file.toString());
    HeaderLines.of(object).forEach(line -> lines.add("  " + line));
    for (String note : object.notes()) {
      lines.add("  odd: " + note);
    }
    return lines;
  }
}
