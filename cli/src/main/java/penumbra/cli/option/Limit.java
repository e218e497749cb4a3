package penumbra.cli.option;

import org.jspecify.annotations.Nullable;
import penumbra.core.InvalidInputException;

/// The meaning of `-n`, or `--limit`, in every command: the first N images.
public final class Limit {
  private Limit() {}

  /// How many images are meant.
  ///
  /// @param limit what was given, if something was
  /// @param old what was given under the option's former name
  /// @param standard the default
  public static int of(@Nullable Integer limit, @Nullable Integer old, int standard) {
    InvalidInputException.require(
        limit == null || old == null,
        "--limit",
        "must be given once",
        limit + " and, as --count, " + old,
        "leave the other out");
    int most = limit != null ? limit : old != null ? old : standard;
    InvalidInputException.require(
        most >= 1, "limit", "must be at least 1", most, "give the number of images");
    return most;
  }
}
