package penumbra.imaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import penumbra.catalogue.Numbers;
import penumbra.core.Radiograph;
import penumbra.core.display.GreyRange;
import penumbra.dicom.grey.DecodingStep;
import penumbra.dicom.grey.DicomExplanation;
import penumbra.dicom.grey.DicomFormat;
import penumbra.io.ImageFiles;
import penumbra.io.archive.Archives;
import penumbra.io.format.ReadOptions;

/// How the bytes of a file become grey levels, step by step, and what is unusual about it.
///
/// ```
/// Explanation.of(Path.of("chest.dcm"), ReadOptions.standard()).toLines().forEach(out::println);
/// ```
///
/// @param file the file, as it was named
/// @param steps in order
/// @param odd what is unusual about the file, a sentence each
public record Explanation(Path file, List<DecodingStep> steps, List<String> odd) {
  public Explanation {
    steps = List.copyOf(steps);
    odd = List.copyOf(odd);
  }

  /// Reads the file; if it has several frames, the first unless another is selected.
  public static Explanation of(Path named, ReadOptions options) throws IOException {
    Path file = Archives.resolve(named);
    if (DicomFormat.isDicom(file)) {
      ReadOptions one = options.withFrame(options.frame().orElse(1));
      DicomExplanation dicom = DicomExplanation.of(DicomFormat.image(file, one));
      return new Explanation(file, dicom.steps(), dicom.odd());
    }
    Radiograph image = ImageFiles.readAny(file, options);
    List<DecodingStep> steps = new ArrayList<>();
    for (String step : image.decodingSteps()) {
      steps.add(new DecodingStep("decoding", step, Optional.empty()));
    }
    String values = "The grey values are " + image.pixels() + ", seen as they are.";
    steps.add(
        new DecodingStep(
            "values", values, Optional.of(GreyRange.of(image.pixels(), options.execution()))));
    return new Explanation(file, steps, List.of());
  }

  /// The explanation for programs.
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", file.toString());
    json.put("steps", steps.stream().map(Explanation::toJson).toList());
    json.put("odd", odd);
    return json;
  }

  private static Map<String, Object> toJson(DecodingStep step) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("topic", step.topic());
    json.put("text", step.text());
    step.range()
        .ifPresent(range -> {
          json.put("min", range.min());
          json.put("max", range.max());
        });
    return json;
  }

  /// The explanation for people, in lines.
  public List<String> toLines() {
    List<String> lines = new ArrayList<>();
    lines.add(file.toString());
    String topic = "";
    for (DecodingStep step : steps) {
      String label = step.topic().equals(topic) ? "" : step.topic();
      topic = step.topic();
      lines.add(FileFacts.line(label, step.text()));
      step.range().ifPresent(range -> lines.add(FileFacts.line("", text(range))));
    }
    for (int i = 0; i < odd.size(); i++) {
      lines.add(FileFacts.line(i == 0 ? "odd" : "", odd.get(i)));
    }
    return lines;
  }

  private static String text(GreyRange range) {
    return Numbers.rounded(range.min()) + " .. " + Numbers.rounded(range.max());
  }
}
