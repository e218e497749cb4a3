package penumbra.dicom.deidentify;

import penumbra.core.InvalidInputException;

/// What becomes of dates and times.
public sealed interface Dates {
  /// They go, or are replaced by the first day of 1900 where one must stand.
  record Removed() implements Dates {}

  /// They stay.
  record Kept() implements Dates {}

  /// All are moved by the same number of days, so that the time between them stays; times of day
  /// stay.
  ///
  /// @param days from -36500 to 36500, not 0
  record Shifted(int days) implements Dates {
    private static final int MOST = 36500;

    public Shifted {
      InvalidInputException.require(
          days != 0 && Math.abs((long) days) <= MOST,
          "the shift of dates",
          "must be from -36500 to 36500 days and not 0",
          days,
          "give a number of days that only you know");
    }
  }
}
