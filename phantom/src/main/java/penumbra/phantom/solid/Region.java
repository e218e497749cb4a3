package penumbra.phantom.solid;

/// A large part of the body and what fills it. Where regions overlap, the later one of a list wins.
///
/// @param body its shape
/// @param material what it consists of
/// @param role what its silhouette means for the ground truth
/// @param outline which outline it belongs to, 0 to 63; negative for none
public record Region(Body body, Material material, Role role, int outline) {
  /// What a region's silhouette means for the ground truth.
  public enum Role {
    /// Nothing.
    PLAIN,
    /// A lung: its silhouette is a lung field ...
    LUNG,
    /// ... as far as no such region (heart, diaphragm) hides it.
    COVER
  }

  public static Region plain(Body body, Material material, int outline) {
    return new Region(body, material, Role.PLAIN, outline);
  }

  public static Region lung(Body body, int outline) {
    return new Region(body, Material.LUNG, Role.LUNG, outline);
  }

  public static Region cover(Body body) {
    return new Region(body, Material.MUSCLE, Role.COVER, -1);
  }
}
