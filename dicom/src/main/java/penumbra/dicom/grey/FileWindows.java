package penumbra.dicom.grey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import penumbra.core.InvalidInputException;
import penumbra.core.display.Window;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.Vr;

/// Reads the windows of a file: Window Center and Window Width, of which there may be several.
///
/// **Narrow windows.** LINEAR shows a width of w values between whole numbers as w - 1, so that a
/// width of 1 separates black from white and smaller ones cannot be. Makers who write such windows
/// for fractions mean the whole width: widths below 1 are read as LINEAR_EXACT, and so is a width
/// of 1 if values lie between whole numbers.
final class FileWindows {
  private final DataSet attributes;
  private final boolean fractions;
  private final Consumer<String> odd;
  private final List<VoiOption> all = new ArrayList<>();

  private FileWindows(DataSet attributes, boolean fractions, Consumer<String> odd) {
    this.attributes = attributes;
    this.fractions = fractions;
    this.odd = odd;
  }

  /// The windows among a frame's attributes, in their order. Those that cannot be are reported to
  /// `odd` and passed over.
  static List<VoiOption> of(DataSet attributes, VoiValues values, Consumer<String> odd) {
    var windows = new FileWindows(attributes, values.fractions(), odd);
    windows.read();
    return windows.all;
  }

  private void read() {
    double[] centers;
    double[] widths;
    try {
      centers = numbers(Tags.WINDOW_CENTER);
      widths = numbers(Tags.WINDOW_WIDTH);
    } catch (DicomException malformed) {
      odd.accept("The windows are not numbers (" + malformed.found() + "); ignored.");
      return;
    }
    if (centers.length != widths.length) {
      odd.accept(
          "There are "
              + ImageNumberText.count(centers.length, "Window Center")
              + " and "
              + ImageNumberText.count(widths.length, "Window Width")
              + "; those without a partner are ignored.");
    }
    List<String> names = attributes.texts(Tags.WINDOW_CENTER_WIDTH_EXPLANATION);
    for (int i = 0; i < Math.min(centers.length, widths.length); i++) {
      Optional<String> name =
          i < names.size() ? Optional.of(names.get(i)).filter(n -> !n.isEmpty()) : Optional.empty();
      if (Double.isNaN(centers[i]) || Double.isNaN(widths[i])) {
        odd.accept("Window " + (i + 1) + " has an empty center or width; ignored.");
      } else {
        add(centers[i], widths[i], name);
      }
    }
  }

  /// The numbers of an element, NaN where a value is empty among others that are not.
  private double[] numbers(Tag tag) throws DicomException {
    Vr vr = attributes.element(tag).map(Element::vr).orElse(Vr.DS);
    List<String> texts = vr == Vr.DS || vr == Vr.IS ? attributes.texts(tag) : List.of();
    boolean some = texts.stream().anyMatch(String::isBlank) && !String.join("", texts).isBlank();
    if (!some) {
      return attributes.numbers(tag);
    }
    double[] values = new double[texts.size()];
    for (int i = 0; i < values.length; i++) {
      String text = texts.get(i).strip();
      values[i] =
          text.isEmpty()
              ? Double.NaN
              : DataSet.of(Element.ofText(tag, Vr.DS, text)).number(tag).orElse(Double.NaN);
    }
    return values;
  }

  private void add(double center, double width, Optional<String> name) {
    try {
      var window = new Window(center, width, function(center, width));
      all.add(new VoiOption(window, name, "window " + (all.size() + 1) + " of the file"));
    } catch (InvalidInputException impossible) {
      odd.accept(
          "The window "
              + text(center, width)
              + " cannot be ("
              + impossible.getMessage()
              + "); ignored.");
    }
  }

  private Window.Function function(double center, double width) {
    String said = attributes.text(Tags.VOI_LUT_FUNCTION).orElse("LINEAR");
    String term = said.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
    if (!term.equals(said)) {
      odd.accept("The VOI LUT Function (0028,1056) is '" + said + "'; read as " + term + ".");
    }
    if (term.equals("LINEAR_EXACT") || term.equals("SIGMOID")) {
      return Window.Function.valueOf(term);
    }
    if (!term.equals("LINEAR")) {
      odd.accept("The VOI LUT Function (0028,1056) is unknown; LINEAR is taken.");
    }
    boolean whole = width > 0 && (width < 1 || (width == 1 && fractions));
    if (whole) {
      odd.accept(
          "The window "
              + text(center, width)
              + " is too narrow for LINEAR, whose width is one less; LINEAR_EXACT is taken.");
    } else if (width == 1) {
      odd.accept("The window " + text(center, width) + " shows black and white only.");
    }
    return whole ? Window.Function.LINEAR_EXACT : Window.Function.LINEAR;
  }

  private static String text(double center, double width) {
    return ImageNumberText.text(center) + "/" + ImageNumberText.text(width);
  }
}
