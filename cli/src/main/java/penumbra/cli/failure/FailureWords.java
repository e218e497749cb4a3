package penumbra.cli.failure;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import penumbra.core.Failure;
import penumbra.imaging.PolarityRemark;

/// What the library says, in the words of the command line. The library knows nothing of options
/// and commands, and says "choose one of its frames"; who typed a command reads which option does
/// that.
///
/// ```
/// FailureWords.line(failure);
/// // ct.dcm must hold one picture, ..., but holds 2; choose one from 1 to 2 with --frame
/// ```
public final class FailureWords {
  /// What the library advises, as a pattern, and what the command line says instead.
  private record Phrase(Pattern library, String commandLine) {
    String in(String text) {
      return library.matcher(text).replaceAll(commandLine);
    }
  }

  private static final Map<Failure.Kind, List<Phrase>> PHRASES = phrases();

  private FailureWords() {}

  private static Map<Failure.Kind, List<Phrase>> phrases() {
    Map<Failure.Kind, List<Phrase>> phrases = new EnumMap<>(Failure.Kind.class);
    phrases.put(
        Failure.Kind.SEVERAL_FRAMES,
        List.of(
            phrase("choose one of its( \\d+)? (frames|pages)", "$0 (--frame 1)"),
            phrase("choose one from 1 to \\d+", "$0 with --frame")));
    phrases.put(
        Failure.Kind.NO_SUCH_FRAME,
        List.of(phrase("choose (another|one before the damage)$", "$0 with --frame")));
    phrases.put(Failure.Kind.DAMAGED, List.of(phrase("leniently", "with --lenient")));
    phrases.put(Failure.Kind.UNEVEN_SERIES, List.of(phrase("by lenient reading", "by --lenient")));
    phrases.put(
        Failure.Kind.NO_MODALITY_VALUES,
        List.of(phrase("read the stored values instead", "$0, --values stored")));
    phrases.put(
        Failure.Kind.NO_VOLUME,
        List.of(
            phrase("read the frame by itself", "read the frame without --volume"),
            phrase("read them one by one", "$0, without --volume"),
            phrase("read its files one by one", "leave out --volume"),
            phrase("ask for modality values", "leave out --values")));
    phrases.put(
        Failure.Kind.SEVERAL_SERIES,
        List.of(
            phrase("by its number and its part", "with --series and --part"),
            phrase("choose one by its number", "choose one with --series")));
    phrases.put(
        Failure.Kind.UNKNOWN_OPERATION,
        List.of(phrase("choose one of its names", "'penumbra operations' lists them")));
    phrases.put(
        Failure.Kind.NO_RECIPE,
        List.of(phrase("name a ready-made recipe", "$0: 'penumbra recipe list'")));
    phrases.put(
        Failure.Kind.UNSOUND_RECIPE,
        List.of(
            phrase("begin with a ready-made one", "'penumbra recipe new' writes one"),
            phrase("a check of the recipe shows", "'penumbra recipe check' shows")));
    phrases.put(
        Failure.Kind.NO_RUN, List.of(phrase("a run has written", "'penumbra run' has written")));
    return phrases;
  }

  private static Phrase phrase(String library, String commandLine) {
    return new Phrase(Pattern.compile(library), commandLine);
  }

  /// Whether failures of that kind are told in other words here.
  static boolean changes(Failure.Kind kind) {
    return PHRASES.containsKey(kind);
  }

  /// The failure in the words of the command line; what it is about stays as it is.
  static Failure of(Failure failure) {
    Failure.Kind kind = failure.kind();
    return new Failure(
        kind,
        failure.subject(),
        in(kind, failure.rule()),
        in(kind, failure.found()),
        in(kind, failure.remedy()),
        failure.offset());
  }

  /// The failure's line in the words of the command line.
  public static String line(Failure failure) {
    return of(failure).line();
  }

  /// A text of the library about a failure of that kind in the words of the command line.
  public static String in(Failure.Kind kind, String text) {
    String words = text;
    for (Phrase phrase : PHRASES.getOrDefault(kind, List.of())) {
      words = phrase.in(words);
    }
    return words;
  }

  /// The note that nobody can know the values' meaning in a file that should tell it.
  public static String onUnknown(String sentence) {
    return "penumbra: "
        + sentence
        + "; so its .dcm files have a scale of their own and show high values light;"
        + " write .npy for the values alone";
  }

  /// The remark on the result that was made of `source`.
  public static String on(PolarityRemark remark, Path source) {
    return remark.on(source, remedy(remark));
  }

  /// The remark on several results.
  public static String onMany(PolarityRemark remark) {
    return remark.onMany(remedy(remark));
  }

  private static String remedy(PolarityRemark remark) {
    return switch (remark) {
      case ZERO_LIGHT, TURNED_BY_FILTER, MARKED, NOT_KNOWN ->
          "--values display filters what is seen";
      case NEGATIVE -> "leave out --values for the picture as it is meant";
      case TURNED, KEPT -> remark.remedy();
    };
  }
}
