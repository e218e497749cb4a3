package penumbra.io.format;

/// The scale of a result's values. It decides which properties of the source still apply to the
/// result.
public enum ValueScale {
  /// The source's modality values, for example after smoothing: the source's windows, polarity and
  /// unit apply.
  MODALITY,
  /// The source's stored values: only its polarity applies.
  STORED,
  /// Their own scale, which follows the source's, for example after an equalisation: only the
  /// source's polarity applies.
  FOLLOWING,
  /// Their own scale, for example gradient magnitudes: nothing of the source applies, and large
  /// values are light.
  OWN
}
