package penumbra.io.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import penumbra.core.InvalidInputException;

/// What a data set took from a label file.
///
/// @param file the file
/// @param set the published set whose columns it has, or `a table`, or `a list` of a split's images
/// @param columns the columns with labels
/// @param images how many images it tells of
/// @param several how many of them have more than one finding
/// @param uncertain how many have only uncertain findings
/// @param missing how many images or studies it names that are not in the set
public record LabelUse(
    Path file,
    String set,
    List<String> columns,
    int images,
    int several,
    int uncertain,
    int missing) {
  private static final int FEW = 3;

  public LabelUse {
    columns = List.copyOf(columns);
  }

  /// In words: `train.csv (CheXpert, 14 columns): 3 images, 1 with several findings`.
  public String line() {
    List<String> parts = new ArrayList<>();
    parts.add(count(images, "image"));
    if (several > 0) {
      parts.add(String.format(Locale.ROOT, "%,d with several findings", several));
    }
    if (uncertain > 0) {
      parts.add(String.format(Locale.ROOT, "%,d uncertain", uncertain));
    }
    if (missing > 0) {
      parts.add(String.format(Locale.ROOT, "%,d named but not here", missing));
    }
    String from =
        columns.isEmpty()
            ? ""
            : columns.size() <= FEW
                ? ", " + String.join(", ", columns)
                : ", " + count(columns.size(), "column");
    return file.getFileName() + " (" + set + from + "): " + String.join(", ", parts);
  }

  private static String count(int number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }

  /// A label file that was asked for must tell something of the images.
  public static void requireSome(LabelRequest request, List<LabelUse> uses) {
    if (request.file().isPresent() && uses.stream().allMatch(use -> use.images() == 0)) {
      throw InvalidInputException.of(
          "the label file",
          "must name images of the set",
          request.file().get() + ", which names none",
          "name the column that does");
    }
  }
}
