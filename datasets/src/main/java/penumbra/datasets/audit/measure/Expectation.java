package penumbra.datasets.audit.measure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import penumbra.core.InvalidInputException;

/// The expected number of images of each class in each split.
///
/// ```
/// Expectation.of(List.of("train/NORMAL=1341", "test/NORMAL=234"));
/// Expectation.of(List.of("kaggle"));
/// ```
///
/// @param counts by split and class, as in `train/NORMAL`; empty if nothing is expected
public record Expectation(Map<String, Integer> counts) {
  private static final Pattern COUNT = Pattern.compile("([^/=]+)/([^/=]+)=(\\d{1,9})");

  /// The chest X-ray set of Kermany et al. as published on Kaggle (version 2, 5,856 images).
  private static final Map<String, Integer> KAGGLE =
      Map.of(
          "train/NORMAL", 1341,
          "train/PNEUMONIA", 3875,
          "val/NORMAL", 8,
          "val/PNEUMONIA", 8,
          "test/NORMAL", 234,
          "test/PNEUMONIA", 390);

  public Expectation {
    counts = Map.copyOf(counts);
  }

  /// Nothing is expected.
  public static Expectation none() {
    return new Expectation(Map.of());
  }

  /// The expectation in a user's words: `kaggle`, or counts such as `train/NORMAL=1341`.
  public static Expectation of(List<String> texts) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String text : texts) {
      if (text.equalsIgnoreCase("kaggle")) {
        counts.putAll(KAGGLE);
        continue;
      }
      Matcher matcher = COUNT.matcher(text);
      if (!matcher.matches()) {
        throw InvalidInputException.of(
            "expect",
            "must be kaggle, or SPLIT/CLASS=COUNT",
            "'" + text + "'",
            "write it like train/NORMAL=1341");
      }
      counts.put(
          matcher.group(1).toLowerCase(Locale.ROOT) + "/" + matcher.group(2),
          Integer.parseInt(matcher.group(3)));
    }
    return new Expectation(counts);
  }

  /// The texts that [#of] reads as this.
  public List<String> texts() {
    if (counts.equals(KAGGLE)) {
      return List.of("kaggle");
    }
    return new TreeMap<>(counts)
        .entrySet().stream().map(count -> count.getKey() + "=" + count.getValue()).toList();
  }
}
