package penumbra.io.dataset;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words by which published sets name their splits, in any case: `train` and `Training`; `val`,
/// `valid`, `validation`, `validate` and `dev`; `test` and `Testing`.
final class SplitNames {
  private static final String WORDS = "(train(?:ing)?|val(?:id(?:ation|ate)?)?|dev|test(?:ing)?)";

  /// Also `stage_2_train_images`, `test_set` and `images_val`.
  private static final Pattern FOLDER =
      Pattern.compile(
          "(?:stage_\\d+_)?"
              + WORDS
              + "(?:[_-]?(?:images?|imgs?|set|data))?|(?:images?|imgs?)[_-]"
              + WORDS);

  private SplitNames() {}

  /// The split that a word names.
  static Optional<Split> ofWord(String word) {
    String lower = word.strip().toLowerCase(Locale.ROOT);
    return lower.matches(WORDS) ? Optional.of(split(lower)) : Optional.empty();
  }

  /// The split that a folder names.
  static Optional<Split> ofFolder(String folder) {
    Matcher matcher = FOLDER.matcher(folder.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String word = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    return Optional.of(split(word));
  }

  /// The split that a label file is for, by the words in its name: `train.csv`,
  /// `image_labels_test.csv`. A file for training and validation counts as training.
  static Split ofFile(String name) {
    Set<Split> splits = EnumSet.noneOf(Split.class);
    for (String word : name.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
      ofWord(word).ifPresent(splits::add);
    }
    if (splits.equals(EnumSet.of(Split.TRAIN, Split.VAL))) {
      return Split.TRAIN;
    }
    return splits.size() == 1 ? splits.iterator().next() : Split.NONE;
  }

  private static Split split(String word) {
    return switch (word.charAt(0)) {
      case 'v', 'd' -> Split.VAL;
      default -> word.startsWith("tr") ? Split.TRAIN : Split.TEST;
    };
  }
}
