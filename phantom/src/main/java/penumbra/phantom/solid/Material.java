package penumbra.phantom.solid;

/// The materials of bodies, with the linear attenuation coefficient at 50 keV, the effective energy
/// of a chest beam: mass attenuation coefficient times density, both of the NIST tables (Hubbell
/// and Seltzer, NISTIR 5632; compositions of ICRU Report 44).
public enum Material {
  AIR(0.2080, 0.001205),
  LUNG(0.2270, 0.26),
  FAT(0.2123, 0.95),
  MUSCLE(0.2262, 1.05),
  SPONGIOSA(0.2860, 1.18),
  CORTICAL_BONE(0.4242, 1.92),
  LEAD(8.041, 11.35);

  private final double attenuation;

  Material(double massAttenuation, double density) {
    attenuation = massAttenuation * density;
  }

  /// The linear attenuation coefficient in 1/cm.
  public double attenuation() {
    return attenuation;
  }

  /// How much more than `other` it attenuates, in 1/cm.
  public double over(Material other) {
    return attenuation - other.attenuation;
  }
}
