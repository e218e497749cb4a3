package penumbra.io.dataset;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A folder for each class within each split: `train/COVID/a.png`. Folders that only say that they
/// hold images are passed over: `train/COVID/images/a.png`, NIH's `images_001/images`, and VinDr's
/// and RSNA's images, which lie in the folder of their split.
record ClassFolders() implements Layout {
  private static final Pattern NO_CLASS =
      Pattern.compile(
          "(?:images?|imgs?|dicoms?|files|data)(?:[_-]?\\d+)?|(?:study|series|view)[_-]?\\d+|p\\d{2}");

  @Override
  public Optional<Label> label(ImagePlace place) {
    return Optional.of(innermost(place.withinSplit()));
  }

  /// The class that the innermost of the folders names that can name one.
  static Label innermost(List<String> folders) {
    return folders.reversed().stream()
        .filter(folder -> !NO_CLASS.matcher(folder.toLowerCase(Locale.ROOT)).matches())
        .findFirst()
        .map(Label::ofFolder)
        .orElse(Label.NONE);
  }
}
