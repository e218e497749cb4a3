package penumbra.io.dataset;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The COVID-19 Radiography set and its like: each class has a folder `images` and one or more
/// folders of masks, `COVID/images/COVID-1.png` beside `COVID/masks/COVID-1.png`.
record ImagesBesideMasks() implements Layout {
  private static final Pattern IMAGES = Pattern.compile("images?|imgs?");
  private static final Pattern MASKS =
      Pattern.compile("(?:[a-z]+[ _-]?)?masks?|(?:left|right)mask");

  @Override
  public Optional<Label> label(ImagePlace place) {
    if (!place.besideMasks()) {
      return Optional.empty();
    }
    List<String> above = place.folders().subList(0, place.folders().size() - 1);
    return above.isEmpty() || SplitNames.ofFolder(above.getLast()).isPresent()
        ? Optional.of(Label.NONE)
        : Optional.of(Label.ofFolder(above.getLast()));
  }

  /// Whether a folder of that name holds images in such a set.
  static boolean isImages(String folder) {
    return IMAGES.matcher(folder.toLowerCase(Locale.ROOT)).matches();
  }

  /// Whether a folder of that name, beside one of images, holds masks.
  static boolean isMasks(String folder) {
    return MASKS.matcher(folder.toLowerCase(Locale.ROOT)).matches();
  }
}
