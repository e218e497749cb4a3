package penumbra.dicom.grey;

import java.util.Optional;
import penumbra.core.display.GreyRange;

/// A step from a file's bytes to the display.
///
/// @param topic its topic, in one or two words
/// @param text what is done, or why nothing is
/// @param range of the values after it, if there are any
public record DecodingStep(String topic, String text, Optional<GreyRange> range) {
  static DecodingStep of(String topic, String text) {
    return new DecodingStep(topic, text, Optional.empty());
  }

  static DecodingStep of(String topic, String text, GreyRange range) {
    return new DecodingStep(topic, text, Optional.of(range));
  }
}
