package penumbra.imaging;

import java.nio.file.Path;
import java.util.Optional;
import penumbra.core.Polarity;

/// What a user has to know about the picture of a result if low values of its source are light: one
/// sentence for one result, and one for many.
///
/// ```
/// PolarityRemark.TURNED.on(Path.of("chest.dcm"));
/// // turned round, since low values are light in chest.dcm; write .npy for the values
/// ```
public enum PolarityRemark {
  /// The picture is inverted.
  TURNED(
      "is inverted, since low values are light in %s",
      "are inverted, since low values are light in their sources", "write .npy for the values"),

  /// The picture is inverted, or its file says that low values are light, and the filter has filled
  /// in a level of its own.
  ZERO_LIGHT(
      "shows low values light, as %s does, also the 0 that the operation puts in",
      "show low values light, as their sources do, also the 0 that the operation puts in",
      "filter display values to get what is seen"),

  /// The filter itself has inverted the picture.
  TURNED_BY_FILTER(
      "is not inverted, though low values are light in %s: the operation has done that",
      "are not inverted, though low values are light in their sources: the operation has done"
          + " that",
      "filter display values to get what is seen"),

  /// The result marks the pixels that meet a condition.
  MARKED(
      "is not inverted, though low values are light in %s: its light pixels are those whose"
          + " values meet the condition",
      "are not inverted, though low values are light in their sources: their light pixels are"
          + " those whose values meet the condition",
      "filter display values to get what is seen"),

  /// The filter does not declare its polarity.
  NOT_KNOWN(
      "is not inverted, though low values are light in %s: the operation does not say whether"
          + " they are in its result",
      "are not inverted, though low values are light in their sources: the operation does not"
          + " say whether they are in its result",
      "filter display values to get what is seen"),

  /// The file holds the values, and cannot say that low values are light.
  KEPT(
      "holds the values of %s, whose low values are light: most programs show a negative",
      "hold the values of their sources, whose low values are light: most programs show negatives",
      "write .png for the picture"),

  /// A picture of the unchanged values, as requested.
  NEGATIVE(
      "shows the values of %s unchanged, and their low values are light: a negative",
      "show the values of their sources unchanged, and their low values are light: negatives",
      "take display values for the picture as it is meant");

  private final String one;
  private final String many;
  private final String remedy;

  PolarityRemark(String one, String many, String remedy) {
    this.one = one;
    this.many = many;
    this.remedy = remedy;
  }

  /// The remark on the result of a filter with that polarity, from values of which low ones are
  /// light; empty if none is needed.
  static Optional<PolarityRemark> of(Polarity polarity) {
    return switch (polarity) {
      case FOLLOWS -> Optional.of(TURNED);
      case FOLLOWS_FROM_ZERO -> Optional.of(ZERO_LIGHT);
      case TURNS -> Optional.of(TURNED_BY_FILTER);
      case MARKS -> Optional.of(MARKED);
      case UNKNOWN -> Optional.of(NOT_KNOWN);
      case INDEPENDENT -> Optional.empty();
    };
  }

  /// The remark on a file made from `source`; it follows the file's name.
  public String on(Path source) {
    return on(source, remedy);
  }

  /// The same with advice in the terms of the calling program.
  public String on(Path source, String advice) {
    return one.formatted(source) + "; " + advice;
  }

  /// The remark on several files; it follows their number and kind.
  public String onMany() {
    return onMany(remedy);
  }

  /// The same with advice in the terms of the calling program.
  public String onMany(String advice) {
    return many + "; " + advice;
  }

  /// The advice.
  public String remedy() {
    return remedy;
  }
}
