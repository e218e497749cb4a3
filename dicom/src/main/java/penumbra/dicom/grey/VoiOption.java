package penumbra.dicom.grey;

import java.util.Locale;
import java.util.Optional;
import penumbra.core.display.GreyRange;
import penumbra.core.display.Voi;
import penumbra.core.display.VoiTable;
import penumbra.core.display.Window;

/// A window or VOI table for a picture, from its file or from the user.
///
/// @param voi which values are shown, and how light each is
/// @param name its name in the file, if any
/// @param origin where it comes from: `window 1 of the file`
public record VoiOption(Voi voi, Optional<String> name, String origin) {
  /// `window 1 of the file, 'BRAIN': center 40, width 80, LINEAR`
  public String describe() {
    return origin + name.map(text -> ", '" + text + "'").orElse("") + ": " + of(voi);
  }

  private static String of(Voi voi) {
    return switch (voi) {
      case Window(double center, double width, Window.Function function) ->
          String.format(
              Locale.ROOT,
              "center %s, width %s, %s",
              ImageNumberText.text(center),
              ImageNumberText.text(width),
              function);
      case VoiTable table ->
          table.entries().length(0)
              + " entries for the values from "
              + ImageNumberText.text(table.black())
              + " to "
              + ImageNumberText.text(table.white());
      case GreyRange(double min, double max) ->
          ImageNumberText.text(min) + " to " + ImageNumberText.text(max);
    };
  }
}
