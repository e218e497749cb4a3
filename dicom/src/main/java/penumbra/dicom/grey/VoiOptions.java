package penumbra.dicom.grey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import penumbra.core.InvalidInputException;
import penumbra.core.display.GreyRange;
import penumbra.core.display.VoiTable;
import penumbra.core.display.Window;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Tags;

/// The windows and the VOI tables of a frame, and the choice between them.
///
/// They are numbered from 1, windows before tables, each in the file's order.
///
/// @param all in that order
record VoiOptions(List<VoiOption> all) {
  private static final String NUMBER = "([-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?)";
  private static final Pattern OWN =
      Pattern.compile("\\s*" + NUMBER + "\\s*/\\s*" + NUMBER + "\\s*");
  private static final int MOST_DIGITS = 9;

  VoiOptions {
    all = List.copyOf(all);
  }

  /// The windows and tables of a frame's attributes. Invalid ones are reported to `odd` and
  /// ignored.
  ///
  /// @param signed whether the modality's values may be negative
  static VoiOptions of(DataSet attributes, boolean signed, Consumer<String> odd) {
    List<VoiOption> all = new ArrayList<>();
    addWindows(attributes, all, odd);
    addTables(attributes, signed, all, odd);
    return new VoiOptions(all);
  }

  private static void addWindows(DataSet attributes, List<VoiOption> all, Consumer<String> odd) {
    double[] centers;
    double[] widths;
    try {
      centers = attributes.numbers(Tags.WINDOW_CENTER);
      widths = attributes.numbers(Tags.WINDOW_WIDTH);
    } catch (DicomException malformed) {
      odd.accept("The windows are no numbers (" + malformed.found() + "); passed over.");
      return;
    }
    if (centers.length != widths.length) {
      odd.accept(
          "There are "
              + ImageNumberText.count(centers.length, "Window Center")
              + " and "
              + ImageNumberText.count(widths.length, "Window Width")
              + "; those without a partner are passed over.");
    }
    List<String> names = attributes.texts(Tags.WINDOW_CENTER_WIDTH_EXPLANATION);
    for (int i = 0; i < Math.min(centers.length, widths.length); i++) {
      Optional<String> name =
          i < names.size() ? Optional.of(names.get(i)).filter(n -> !n.isEmpty()) : Optional.empty();
      try {
        Window window = new Window(centers[i], widths[i], function(attributes));
        all.add(new VoiOption(window, name, "window " + (all.size() + 1) + " of the file"));
      } catch (InvalidInputException impossible) {
        odd.accept(
            "The window "
                + ImageNumberText.text(centers[i])
                + "/"
                + ImageNumberText.text(widths[i])
                + " cannot be ("
                + impossible.getMessage()
                + "); passed over.");
      }
    }
  }

  private static Window.Function function(DataSet attributes) {
    return switch (attributes.text(Tags.VOI_LUT_FUNCTION).orElse("")) {
      case "LINEAR_EXACT" -> Window.Function.LINEAR_EXACT;
      case "SIGMOID" -> Window.Function.SIGMOID;
      default -> Window.Function.LINEAR;
    };
  }

  private static void addTables(
      DataSet attributes, boolean signed, List<VoiOption> all, Consumer<String> odd) {
    for (DataSet item : attributes.items(Tags.VOI_LUT_SEQUENCE)) {
      try {
        LookupTable table = LookupTable.of(item, signed);
        var voi = new VoiTable(table.entries(), table.first(), table.full());
        String origin = "table " + (all.size() + 1) + " of the file";
        all.add(new VoiOption(voi, table.explanation(), origin));
      } catch (DicomException impossible) {
        odd.accept("A VOI LUT cannot be read: it " + impossible.getMessage() + "; passed over.");
      }
    }
  }

  /// The requested one: by number from 1, by name, as `CENTER/WIDTH`, or `full` for the whole
  /// range. Without a request it is the first, or the whole range if there is none.
  VoiOption choose(Optional<String> asked, Supplier<GreyRange> range) throws DicomException {
    if (asked.isEmpty()) {
      return all.isEmpty()
          ? new VoiOption(
              range.get(), Optional.empty(), "the range of values, for want of a window")
          : all.getFirst();
    }
    String text = asked.get().strip();
    for (VoiOption choice : all) {
      if (choice.name().filter(name -> name.equalsIgnoreCase(text)).isPresent()) {
        return choice;
      }
    }
    if (text.equalsIgnoreCase("full")) {
      return new VoiOption(range.get(), Optional.empty(), "the range of values, as asked for");
    }
    Matcher own = OWN.matcher(text);
    if (own.matches()) {
      Window window =
          Window.linear(Double.parseDouble(own.group(1)), Double.parseDouble(own.group(2)));
      return new VoiOption(window, Optional.empty(), "the window asked for");
    }
    if (text.length() <= MOST_DIGITS && text.matches("[0-9]+")) {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= all.size()) {
        return all.get(number - 1);
      }
    }
    throw new DicomException(
        "must have the window '" + text + "' that is asked for",
        "has " + list(),
        "give a number, a name, CENTER/WIDTH or full");
  }

  private String list() {
    if (all.isEmpty()) {
      return "none";
    }
    return String.join("; ", all.stream().map(VoiOption::describe).toList());
  }
}
