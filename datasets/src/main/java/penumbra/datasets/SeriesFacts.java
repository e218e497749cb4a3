package penumbra.datasets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import penumbra.catalogue.Numbers;
import penumbra.core.Failure;
import penumbra.dicom.series.OrderedSlices;
import penumbra.dicom.series.Series;
import penumbra.io.ImageFiles;
import penumbra.io.dataset.Dataset;
import penumbra.io.dataset.DatasetImage;
import penumbra.io.format.Limits;
import penumbra.io.format.UnreadableFileException;

/// Facts about a series of slices from its headers.
///
/// @param series the slices
/// @param stack their order and distances; empty if they form no volume
/// @param problem why they form none; empty if they do
public record SeriesFacts(Series series, Optional<OrderedSlices> stack, Optional<Failure> problem) {
  /// The series of several pictures in a folder. Files that cannot be read are skipped; they are
  /// reported when they are read.
  static List<SeriesFacts> in(Path folder, Dataset set) throws IOException {
    // Skips files that their names show not to be DICOM: a data set may have thousands of them.
    List<Path> files =
        set.images().stream()
            .map(DatasetImage::file)
            .filter(file -> ImageFiles.formatNamed(file).orElse("DICOM").equals("DICOM"))
            .toList();
    List<SeriesFacts> facts = new ArrayList<>();
    for (Series series : Series.in(folder, files, Limits.standard(), _ -> {})) {
      if (series.slices().size() > 1) {
        facts.add(of(series));
      }
    }
    return facts;
  }

  private static SeriesFacts of(Series series) throws IOException {
    try {
      return new SeriesFacts(series, Optional.of(series.stack(false)), Optional.empty());
    } catch (UnreadableFileException noVolume) {
      return new SeriesFacts(series, Optional.empty(), Optional.of(noVolume.failure()));
    }
  }

  /// The facts for programs.
  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    series.number().ifPresent(number -> json.put("number", number));
    json.put("uid", series.uid());
    json.put("part", series.part());
    json.put("parts", series.parts());
    if (!series.coordinates().isEmpty()) {
      Map<String, String> axes = new LinkedHashMap<>();
      series
          .coordinates()
          .forEach(point -> axes.put(point.axis(), (point.value() + " " + point.unit()).strip()));
      json.put("axes", axes);
    }
    json.put("modality", series.modality());
    json.put("slices", series.slices().size());
    List<Double> spacing = stack.map(OrderedSlices::spacing).orElse(List.of());
    if (!spacing.isEmpty()) {
      json.put("spacing", spacing);
    }
    problem.ifPresent(failure -> {
      json.put("problem", failure.line());
      json.put("failure", failure.fields());
    });
    return json;
  }

  /// The facts for people: `series 2, CT, 120 slices of 512 x 512, 2.5 x 0.7 x 0.7 mm`.
  String toLine(Function<? super Failure, String> words) {
    if (problem.isPresent()) {
      return series.describe() + ", no volume: " + words.apply(problem.get());
    }
    List<Double> spacing = stack.map(OrderedSlices::spacing).orElse(List.of());
    return series.describe()
        + (spacing.isEmpty()
            ? ", spacing not known"
            : ", " + String.join(" x ", spacing.stream().map(Numbers::rounded).toList()) + " mm");
  }
}
