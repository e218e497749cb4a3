package penumbra.imaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import penumbra.catalogue.Numbers;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.core.measure.Measures;
import penumbra.core.measure.Statistics;
import penumbra.dicom.grey.DicomFacts;
import penumbra.dicom.grey.DicomFormat;
import penumbra.dicom.grey.DicomImage;
import penumbra.dicom.grey.Fact;
import penumbra.io.ImageFiles;
import penumbra.io.format.GreyValues;
import penumbra.io.format.ReadOptions;

/// The facts about one file: format, size, and the statistics of its grey levels.
///
/// ```
/// FileFacts facts = FileFacts.of(Path.of("scan.png"));
/// double mean = facts.statistics().mean();
/// ```
///
/// @param file the file, as it was named
/// @param bytes its size
/// @param about further facts from its format, except those about a person
/// @param decodingSteps the steps from its bytes to the grey levels
/// @param pixels the grey levels
/// @param statistics over all grey levels except padding
/// @param percentiles at each of [#PERCENT]
public record FileFacts(
    Path file,
    long bytes,
    List<Fact> about,
    List<String> decodingSteps,
    NdArray pixels,
    Statistics statistics,
    List<Double> percentiles) {
  /// The percentiles in the facts.
  public static final List<Integer> PERCENT = List.of(1, 5, 25, 50, 75, 95, 99);

  private static final int LABEL_WIDTH = 13;

  public FileFacts {
    about = List.copyOf(about);
    decodingSteps = List.copyOf(decodingSteps);
    percentiles = List.copyOf(percentiles);
  }

  /// Reads the file and measures it.
  public static FileFacts of(Path file) throws IOException {
    return of(file, ReadOptions.standard(), false);
  }

  /// Reads the file and measures it; if it has several frames, the first unless another is
  /// selected.
  ///
  /// @param patient whether to include the patient and the time, if the file has them
  public static FileFacts of(Path file, ReadOptions options, boolean patient) throws IOException {
    if (DicomFormat.isDicom(file)) {
      ReadOptions one = options.withFrame(options.frame().orElse(1));
      DicomImage image = DicomFormat.image(file, one);
      Radiograph read = image.radiograph(file.toString(), options.values());
      boolean shown = options.values() == GreyValues.DISPLAY;
      return of(
          file,
          DicomFacts.of(image, patient),
          read,
          shown ? read.pixels() : image.measured(),
          options.execution());
    }
    Radiograph image = ImageFiles.readAny(file, options);
    return of(file, List.of(), image, image.pixels(), options.execution());
  }

  private static FileFacts of(
      Path file, List<Fact> about, Radiograph image, NdArray measured, Execution execution)
      throws IOException {
    double[] at = PERCENT.stream().mapToDouble(Integer::doubleValue).toArray();
    List<Double> percentiles = new ArrayList<>();
    Measures measures = Measures.of(measured, execution);
    for (double value : measures.percentiles(at)) {
      percentiles.add(value);
    }
    return new FileFacts(
        file,
        Files.size(file),
        about,
        image.decodingSteps(),
        image.pixels(),
        measures.statistics(),
        percentiles);
  }

  /// The facts for programs.
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", file.toString());
    json.put("bytes", bytes);
    about.forEach(fact -> json.put(fact.key(), fact.text()));
    json.put("shape", java.util.Arrays.stream(pixels.shape()).boxed().toList());
    json.put("type", pixels.type().label());
    json.put("count", statistics.count());
    json.put("nan_count", statistics.nanCount());
    json.put("infinite_count", statistics.infiniteCount());
    json.put("min", statistics.min());
    json.put("max", statistics.max());
    json.put("mean", statistics.mean());
    json.put("median", statistics.median());
    json.put("standard_deviation", statistics.standardDeviation());
    Map<String, Object> byPercent = new LinkedHashMap<>();
    for (int i = 0; i < PERCENT.size(); i++) {
      byPercent.put(PERCENT.get(i).toString(), percentiles.get(i));
    }
    json.put("percentiles", byPercent);
    json.put("decoding_steps", decodingSteps);
    return json;
  }

  /// The facts for people, in lines.
  public List<String> toLines() {
    List<String> lines = new ArrayList<>();
    lines.add(file.toString());
    lines.add(line("pixels", pixels.toString()));
    lines.add(line("file", Numbers.count(bytes) + " bytes"));
    about.forEach(fact -> lines.add(line(fact.label(), fact.text())));
    lines.add(
        line("range", Numbers.text(statistics.min()) + " .. " + Numbers.text(statistics.max())));
    lines.add(line("mean", Numbers.rounded(statistics.mean())));
    lines.add(line("median", Numbers.rounded(statistics.median())));
    lines.add(line("deviation", Numbers.rounded(statistics.standardDeviation())));
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < PERCENT.size(); i++) {
      parts.add(PERCENT.get(i) + " %: " + Numbers.rounded(percentiles.get(i)));
    }
    lines.add(line("percentiles", String.join("   ", parts)));
    if (statistics.nanCount() > 0) {
      lines.add(line("not numbers", Numbers.count(statistics.nanCount()) + " (left out above)"));
    }
    if (statistics.infiniteCount() > 0) {
      lines.add(line("infinite", Numbers.count(statistics.infiniteCount()) + " (left out above)"));
    }
    for (int i = 0; i < decodingSteps.size(); i++) {
      lines.add(line(i == 0 ? "decoding" : "", decodingSteps.get(i)));
    }
    return lines;
  }

  /// A line for people: the label, and the text in the column of all texts.
  public static String line(String label, String text) {
    return "  " + label + " ".repeat(LABEL_WIDTH - label.length()) + text;
  }
}
