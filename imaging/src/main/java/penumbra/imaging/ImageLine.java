package penumbra.imaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import penumbra.catalogue.Numbers;
import penumbra.core.NdArray;
import penumbra.core.measure.Statistics;
import penumbra.dicom.grey.DicomFormat;
import penumbra.io.ImageFiles;
import penumbra.io.format.ReadOptions;

/// One image in a listing of many.
///
/// ```
/// ImageLine line = ImageLine.of(Path.of("scan.png"), ReadOptions.standard(), true);
/// line.toCells(); // scan.png, PNG, 1024 x 1024, uint8, 812,345, 0, 255, 121.4, 130, 62.1
/// ```
///
/// @param file the file
/// @param format the name of its format
/// @param shape the shape of its grey levels
/// @param type the type of its grey levels
/// @param bytes its size
/// @param statistics the statistics of its grey levels, if requested
public record ImageLine(
    Path file,
    String format,
    List<Integer> shape,
    String type,
    long bytes,
    Optional<Statistics> statistics) {
  /// The number of leading cells that are words.
  public static final int WORDS = 4;

  public ImageLine {
    shape = List.copyOf(shape);
  }

  /// Reads the file, and measures it if requested.
  public static ImageLine of(Path file, ReadOptions options, boolean measured) throws IOException {
    if (measured) {
      FileFacts facts = FileFacts.of(file, options, false);
      return of(file, facts.pixels(), Optional.of(facts.statistics()));
    }
    boolean dicom = DicomFormat.isDicom(file);
    ReadOptions one = dicom ? options.withFrame(options.frame().orElse(1)) : options;
    return of(file, ImageFiles.readAny(file, one).pixels(), Optional.empty());
  }

  private static ImageLine of(Path file, NdArray pixels, Optional<Statistics> statistics)
      throws IOException {
    return new ImageLine(
        file,
        ImageFiles.formatOf(file).orElse(""),
        Arrays.stream(pixels.shape()).boxed().toList(),
        pixels.type().label(),
        Files.size(file),
        statistics);
  }

  /// The headings of [#toCells].
  public static List<String> headings(boolean measured) {
    return measured
        ? List.of(
            "file", "format", "shape", "type", "bytes", "min", "max", "mean", "median", "deviation")
        : List.of("file", "format", "shape", "type", "bytes");
  }

  /// The cells for people.
  public List<String> toCells() {
    List<String> cells = new ArrayList<>();
    cells.add(file.toString());
    cells.add(format);
    cells.add(String.join(" x ", shape.stream().map(String::valueOf).toList()));
    cells.add(type);
    cells.add(Numbers.count(bytes));
    statistics.ifPresent(measured -> {
      cells.add(Numbers.rounded(measured.min()));
      cells.add(Numbers.rounded(measured.max()));
      cells.add(Numbers.rounded(measured.mean()));
      cells.add(Numbers.rounded(measured.median()));
      cells.add(Numbers.rounded(measured.standardDeviation()));
    });
    return cells;
  }

  /// The facts for programs, under the names of [FileFacts#toJson].
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", file.toString());
    json.put("format", format);
    json.put("bytes", bytes);
    json.put("shape", shape);
    json.put("type", type);
    statistics.ifPresent(measured -> {
      json.put("min", measured.min());
      json.put("max", measured.max());
      json.put("mean", measured.mean());
      json.put("median", measured.median());
      json.put("standard_deviation", measured.standardDeviation());
    });
    return json;
  }
}
