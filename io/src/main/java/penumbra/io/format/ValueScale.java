package penumbra.io.format;

/// On whose scale the values of a result are, and so what of its source holds for them too.
public enum ValueScale {
  /// That of the source's modality values, as for smoothing them: its windows, its polarity and the
  /// unit of its rescale hold.
  MODALITY,
  /// That of the source's stored values: of the three only its polarity holds.
  STORED,
  /// Their own, but one that follows the source's, as after an equalisation: of the three only its
  /// polarity holds.
  FOLLOWING,
  /// Their own, as for the magnitudes of gradients: nothing holds, and large values are light.
  OWN
}
