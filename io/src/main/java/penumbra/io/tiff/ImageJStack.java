package penumbra.io.tiff;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import penumbra.io.format.UnreadableFileException;

/// What ImageJ's description of a file says about its planes. Above 4 GB ImageJ writes only one
/// directory, that of the first plane; the other planes follow the first without a gap.
///
/// ```
/// ImageJ=1.53t
/// images=12
/// channels=2
/// slices=3
/// frames=2
/// hyperstack=true
/// ```
///
/// @param planes how many planes the file is said to hold, at least 2
/// @param axes the lengths of the axes of planes, the slowest first, without those of length 1
/// @param names of these axes: `frames`, `slices`, `channels`
record ImageJStack(long planes, List<Integer> axes, List<String> names) {
  private static final int DESCRIPTION = 270;
  private static final int MOST_LETTERS = 1 << 16;
  private static final String FASTEST_FIRST = "czt";

  ImageJStack {
    axes = List.copyOf(axes);
    names = List.copyOf(names);
  }

  /// The stack that the directory describes; empty if the file is not ImageJ's or the numbers make
  /// no sense.
  static Optional<ImageJStack> of(TiffDirectory directory) throws UnreadableFileException {
    long letters = directory.count(DESCRIPTION);
    if (letters == 0 || letters > MOST_LETTERS || !directory.isInside(DESCRIPTION)) {
      return Optional.empty();
    }
    String text = new String(directory.raw(DESCRIPTION), StandardCharsets.ISO_8859_1);
    return text.startsWith("ImageJ=") ? of(fields(text)) : Optional.empty();
  }

  private static Map<String, String> fields(String text) {
    Map<String, String> fields = new HashMap<>();
    for (String line : text.split("[\\r\\n\\x00]+", -1)) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        fields.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      }
    }
    return fields;
  }

  private static Optional<ImageJStack> of(Map<String, String> fields) {
    String order = fields.getOrDefault("order", FASTEST_FIRST).toLowerCase(Locale.ROOT);
    boolean known = order.length() == 3 && "czt".chars().allMatch(axis -> order.indexOf(axis) >= 0);
    List<Integer> axes = new ArrayList<>();
    List<String> names = new ArrayList<>();
    long planes = 1;
    for (int at = 2; at >= 0; at--) {
      char axis = (known ? order : FASTEST_FIRST).charAt(at);
      String name = axis == 'c' ? "channels" : axis == 'z' ? "slices" : "frames";
      int length = count(fields.getOrDefault(name, "1"));
      if (length > 1) {
        axes.add(length);
        names.add(name);
        planes = Math.min(Integer.MAX_VALUE, planes * length);
      }
    }
    int images = count(fields.getOrDefault("images", "1"));
    int channels = names.indexOf("channels");
    if (channels >= 0 && images > 1 && planes == (long) images * axes.get(channels)) {
      // The channels are the samples of each plane's colours.
      axes.subList(channels, channels + 1).clear();
      names.subList(channels, channels + 1).clear();
      planes = images;
    }
    if (planes == 1 && images > 1) {
      return Optional.of(new ImageJStack(images, List.of(images), List.of("images")));
    }
    return planes > 1 ? Optional.of(new ImageJStack(planes, axes, names)) : Optional.empty();
  }

  private static int count(String text) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  /// For example `frames 2, slices 3`.
  String describe() {
    List<String> parts = new ArrayList<>();
    for (int axis = 0; axis < axes.size(); axis++) {
      parts.add(names.get(axis) + " " + axes.get(axis));
    }
    return String.join(", ", parts);
  }
}
