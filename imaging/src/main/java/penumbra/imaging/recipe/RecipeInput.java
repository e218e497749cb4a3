package penumbra.imaging.recipe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import penumbra.catalogue.Numbers;
import penumbra.core.GreyScale;
import penumbra.io.format.GreyValues;
import penumbra.io.format.Limits;
import penumbra.io.format.ReadOptions;

/// How a recipe reads its images.
///
/// @param values the kind of grey values of a medical image
/// @param window the window for display values, see [ReadOptions]
/// @param frame the frame of a multi-frame file, from 1
/// @param lenient whether the undamaged part of truncated files is read
/// @param strict whether DICOM files about which anything is odd are refused
/// @param inverted whether light and dark are swapped after reading, for images of the other
///   polarity
/// @param range from which value to which grey levels can go, where the files do not say it
public record RecipeInput(
    GreyValues values,
    Optional<String> window,
    OptionalInt frame,
    boolean lenient,
    boolean strict,
    boolean inverted,
    Optional<GreyScale> range) {
  /// Modality values of complete files, not inverted.
  public static RecipeInput standard() {
    return new RecipeInput(
        GreyValues.MODALITY,
        Optional.empty(),
        OptionalInt.empty(),
        false,
        false,
        false,
        Optional.empty());
  }

  /// The same as options for readers.
  public ReadOptions options() {
    ReadOptions options = new ReadOptions(Limits.standard(), values, frame, window, lenient);
    return strict ? options.strictly() : options;
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("values", values.toString());
    window.ifPresent(name -> json.put("window", name));
    frame.ifPresent(number -> json.put("frame", number));
    json.put("lenient", lenient);
    if (strict) {
      // Only where it is asked for, so that older recipes keep their text.
      json.put("strict", true);
    }
    json.put("invert", inverted);
    range.ifPresent(known ->
        json.put("range", Numbers.text(known.lower()) + ".." + Numbers.text(known.upper())));
    return json;
  }
}
