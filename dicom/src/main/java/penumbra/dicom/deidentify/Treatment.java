package penumbra.dicom.deidentify;

/// What was done to an element.
public enum Treatment {
  REMOVED("removed"),
  EMPTIED("emptied"),
  REPLACED("replaced"),
  NEW_UID("given a new unique identifier"),
  SHIFTED("shifted"),
  CROSSED_OUT("names in it crossed out");

  private final String label;

  Treatment(String label) {
    this.label = label;
  }

  /// In words, as `removed`.
  public String label() {
    return label;
  }
}
