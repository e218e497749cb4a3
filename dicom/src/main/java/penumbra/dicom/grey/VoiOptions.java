package penumbra.dicom.grey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  /// @param values what they are for
  static VoiOptions of(DataSet attributes, VoiValues values, Consumer<String> odd) {
    List<VoiOption> all = new ArrayList<>(FileWindows.of(attributes, values, odd));
    addTables(attributes, values, all, odd);
    return new VoiOptions(all);
  }

  private static void addTables(
      DataSet attributes, VoiValues values, List<VoiOption> all, Consumer<String> odd) {
    for (DataSet item : attributes.items(Tags.VOI_LUT_SEQUENCE)) {
      if (!LookupTable.isIn(item)) {
        odd.accept("An item of the VOI LUT Sequence (0028,3010) has no table; ignored.");
        continue;
      }
      try {
        LookupTable table = LookupTable.of(item, values.mayBeNegative(), values.range(), odd);
        if (2 * table.white() < (1 << table.bits()) - 1) {
          odd.accept(
              "The largest entry of a VOI LUT is %d, though its bits allow %d; it is shown white."
                  .formatted(table.white(), (1 << table.bits()) - 1));
        }
        var voi = new VoiTable(table.entries(), table.first(), table.white());
        String origin = "table " + (all.size() + 1) + " of the file";
        all.add(new VoiOption(voi, table.explanation(), origin));
      } catch (DicomException impossible) {
        odd.accept("A VOI LUT cannot be read: it " + impossible.getMessage() + "; ignored.");
      }
    }
  }

  /// The requested one: by number from 1, by name, as `CENTER/WIDTH`, or `full` for the whole
  /// range. Without a request it is the first, or the whole range if there is none.
  ///
  /// @param fractions whether values may lie between whole numbers, so that a window may be narrow
  VoiOption choose(Optional<String> asked, Supplier<GreyRange> range, boolean fractions)
      throws DicomException {
    if (asked.isEmpty()) {
      return all.isEmpty()
          ? new VoiOption(
              range.get(), Optional.empty(), "the range of values, as there is no window")
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
      double width = Double.parseDouble(own.group(2));
      Window.Function function =
          fractions && width <= 1 ? Window.Function.LINEAR_EXACT : Window.Function.LINEAR;
      var window = new Window(Double.parseDouble(own.group(1)), width, function);
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
