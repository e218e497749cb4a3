package penumbra.report.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/// How long one call of an operation takes.
///
/// @param milliseconds the median of single calls
/// @param calls how many were timed
public record OperationTiming(double milliseconds, int calls) {
  /// How many millions of pixels go through in a second.
  ///
  /// @param pixels of the picture
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
