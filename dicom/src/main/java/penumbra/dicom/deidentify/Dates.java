package penumbra.dicom.deidentify;

import penumbra.core.InvalidInputException;

/// What happens to dates and times.
public sealed interface Dates {
  /// They are removed, or replaced by the first day of 1900 where a value is required.
  record Removed() implements Dates {}

  /// They are kept.
  record Kept() implements Dates {}

  /// All are shifted by the same number of days, so that intervals are preserved; times of day are
  /// kept.
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
