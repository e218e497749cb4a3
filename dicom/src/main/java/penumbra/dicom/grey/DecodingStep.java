package penumbra.dicom.grey;

import java.util.Optional;
import penumbra.core.display.GreyRange;

/// A step on the way from a file's bytes to what is seen.
///
/// @param topic what it is about, in one or two words
/// @param text what is done, or why nothing is
/// @param range of the values after it, where it has any
public record DecodingStep(String topic, String text, Optional<GreyRange> range) {
  static DecodingStep of(String topic, String text) {
    return new DecodingStep(topic, text, Optional.empty());
  }

  static DecodingStep of(String topic, String text, GreyRange range) {
    return new DecodingStep(topic, text, Optional.of(range));
  }
}
