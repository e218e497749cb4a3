package penumbra.datasets.audit.measure;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// A property of a picture that should not predict its class.
///
/// @param key its name for programs
/// @param title its name in the report
/// @param value the number
public record Feature(String key, String title, ToDoubleFunction<AuditedImage> value) {
  /// All features that are tested: one line each.
  static final List<Feature> ALL =
      List.of(
          new Feature(
              "brightness", "brightness (mean level)", image -> image.traits().brightness()),
          new Feature(
              "contrast", "contrast (deviation of levels)", image -> image.traits().contrast()),
          new Feature(
              "sharpness",
              "sharpness (variance of the Laplacian)",
              image -> image.figures().sharpness()),
          new Feature("entropy", "entropy", image -> image.figures().entropy()),
          new Feature("pixels", "size (number of pixels)", AuditedImage::pixels),
          new Feature("aspect", "aspect (width / height)", AuditedImage::aspect),
          new Feature(
              "border",
              "black border (share of the picture)",
              image -> image.traits().borders().share()),
          new Feature(
              "bytes_per_pixel",
              "compression (bytes per pixel)",
              image -> image.bytes() / image.pixels()),
          new Feature("channels", "channels", image -> image.form().channels()),
          new Feature("bits", "bits per sample", image -> image.form().bits()));

  double of(AuditedImage image) {
    return value.applyAsDouble(image);
  }
}
