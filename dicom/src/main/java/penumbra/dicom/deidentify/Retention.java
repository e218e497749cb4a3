package penumbra.dicom.deidentify;

/// What is kept although the basic profile would remove it: the options of PS3.15, annex E.3.
///
/// @param dates what happens to dates and times
/// @param device whether the device's identity is kept: serial numbers, station names
/// @param institution whether the institution's identity is kept
/// @param patient whether the patient's characteristics are kept: sex, age, size, weight
/// @param uids whether unique identifiers are kept
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
