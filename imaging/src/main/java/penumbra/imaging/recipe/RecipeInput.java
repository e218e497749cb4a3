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
/// @param values the kind of grey values of a medical image
/// @param window the window for display values, see [ReadOptions]
/// @param frame the frame of a multi-frame file, from 1
/// @param lenient whether the undamaged part of truncated files is read
/// @param inverted whether light and dark are swapped after reading, for images of the other
///   polarity
public record RecipeInput(
    GreyValues values,
    Optional<String> window,
    OptionalInt frame,
    boolean lenient,
    boolean inverted) {
  /// Modality values of complete files, not inverted.
  public static RecipeInput standard() {
    return new RecipeInput(
        GreyValues.MODALITY, Optional.empty(), OptionalInt.empty(), false, false);
  }

  /// The same as options for readers.
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
