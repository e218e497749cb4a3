package penumbra.report.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/// How long one call of an operation takes.
///
/// @param milliseconds the median of single calls
/// @param calls the number of timed calls
public record OperationTiming(double milliseconds, int calls) {
  /// The throughput in millions of pixels per second.
  ///
  /// @param pixels the number of pixels of the picture
  public double megapixelsPerSecond(long pixels) {
    return pixels / milliseconds / 1e3;
  }

  Map<String, Object> toJson(long pixels) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("milliseconds", milliseconds);
    json.put("megapixels_per_second", megapixelsPerSecond(pixels));
    json.put("calls", calls);
    return json;
  }
}
