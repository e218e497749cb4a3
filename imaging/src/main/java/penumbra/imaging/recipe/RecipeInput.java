package penumbra.imaging.recipe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import penumbra.io.format.GreyValues;
import penumbra.io.format.Limits;
import penumbra.io.format.ReadOptions;

/// How a recipe reads its images.
///
/// @param values which grey values of a medical image
/// @param window which window shows it, for display values, as [ReadOptions] has it
/// @param frame which picture of a file that holds several, from 1
/// @param lenient whether truncated files give what can be had of them
/// @param inverted whether light and dark change places after reading, for images of the other
///   polarity
public record RecipeInput(
    GreyValues values,
    Optional<String> window,
    OptionalInt frame,
    boolean lenient,
    boolean inverted) {
  /// Modality values of whole files, as they are.
  public static RecipeInput standard() {
    return new RecipeInput(
        GreyValues.MODALITY, Optional.empty(), OptionalInt.empty(), false, false);
  }

  /// The same for readers.
  public ReadOptions options() {
    return new ReadOptions(Limits.standard(), values, frame, window, lenient);
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("values", values.toString());
    window.ifPresent(name -> json.put("window", name));
    frame.ifPresent(number -> json.put("frame", number));
    json.put("lenient", lenient);
    json.put("invert", inverted);
    return json;
  }
}
