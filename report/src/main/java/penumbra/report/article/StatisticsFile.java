package penumbra.report.article;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import penumbra.core.Failure;
import penumbra.core.measure.Statistics;
import penumbra.imaging.Json;

/// `statistics.json`: every number of the report with all its digits.
final class StatisticsFile {
  private static final int FORMAT = 1;

  private StatisticsFile() {}

  static String text(DataSetFigures dataSet, List<ImageFigures> images) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("format", FORMAT);
    file.put("folder", dataSet.folder());
    file.put("images", dataSet.images().size());
    file.put("counts", dataSet.countsByName());
    file.put("nestedCopies", dataSet.set().nestedCopies().stream().map(dataSet::name).toList());
    file.put("failures", dataSet.failures().stream().map(Failure::line).toList());
    if (!dataSet.failures().isEmpty()) {
      file.put("failureFields", dataSet.failures().stream().map(Failure::fields).toList());
    }
    file.put("files", dataSet.files());
    file.put("measured", images.stream().map(StatisticsFile::image).toList());
    return Json.write(file);
  }

  private static Map<String, Object> image(ImageFigures image) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", image.name());
    map.put("decoding", image.decodingSteps());
    map.put("pixels", result(image.pixels()));
    map.put("statistics", statistics(image.statistics()));
    Map<String, Object> histogram = new LinkedHashMap<>();
    histogram.put("min", image.histogram().min());
    histogram.put("max", image.histogram().max());
    histogram.put("fullestBin", image.histogram().fullest());
    histogram.put("counts", image.histogram().counts());
    map.put("histogram", histogram);
    Map<String, Object> filters = new LinkedHashMap<>();
    for (ImageFigures.FilterFigures filter : image.filters()) {
      filters.put(filter.name(), filter(filter));
    }
    map.put("filters", filters);
    Map<String, Object> mask = new LinkedHashMap<>();
    mask.put("threshold", image.threshold());
    mask.put("kept", image.kept());
    mask.put("keptPercent", image.keptPercent());
    map.put("mask", mask);
    return map;
  }

  private static Map<String, Object> filter(ImageFigures.FilterFigures filter) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("published", result(filter.published()));
    map.put("corrected", result(filter.corrected()));
    map.put("overflowed", filter.overflowed());
    map.put("overflowPercent", filter.overflowPercent());
    if (!filter.parameters().isEmpty()) {
      map.put("parameters", filter.parameters());
    }
    return map;
  }

  private static Map<String, Object> result(Result result) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("shape", result.shape());
    map.put("type", result.type().label());
    map.put("min", result.min());
    map.put("max", result.max());
    map.put("sum", result.sum());
    map.put("sha256", result.sha256());
    return map;
  }

  private static Map<String, Object> statistics(Statistics statistics) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("min", statistics.min());
    map.put("max", statistics.max());
    map.put("mean", statistics.mean());
    map.put("median", statistics.median());
    map.put("standardDeviation", statistics.standardDeviation());
    return map;
  }
}
