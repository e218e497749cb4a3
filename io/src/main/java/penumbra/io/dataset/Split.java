package penumbra.io.dataset;

/// The part of a data set that an image belongs to, by a folder of that name.
public enum Split {
  TRAIN,
  VAL,
  TEST,
  /// In none of these folders.
  NONE
}
