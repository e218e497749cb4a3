package penumbra.dicom.deidentify;

/// What the basic profile would take out but is kept: the options of PS3.15, annex E.3.
///
/// @param dates what becomes of dates and times
/// @param device whether the device's identity stays: serial numbers, station names
/// @param institution whether the institution's identity stays
/// @param patient whether the patient's characteristics stay: sex, age, size, weight
/// @param uids whether unique identifiers stay
public record Retention(
    Dates dates, boolean device, boolean institution, boolean patient, boolean uids) {
  /// Nothing is kept: the basic profile.
  public static Retention none() {
    return new Retention(new Dates.Removed(), false, false, false, false);
  }

  /// The same with other dates.
  public Retention withDates(Dates other) {
    return new Retention(other, device, institution, patient, uids);
  }
}
